package dev.facet.ingest;

/**
 * What one request added to the journal.
 *
 * @param first the position of its first event or row
 * @param count how many events or rows it holds
 * @param payload the bytes as they were appended; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent")
record JournalRecord(long first, int count, byte[] payload) {

  /** The position of its last event or row. */
  long last() {
    return first + count - 1;
  }
}
