package dev.facet.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal in order, from a position up to what is safely on disk, while it is being
 * written. What cannot be read is reported to the journal and skipped. For one thread.
 */
final class JournalReader implements Closeable {
  private final Journal journal;
  private final Segments segments;
  private long wanted;
  private long segmentFirst;
  private @Nullable SegmentReader segment;

  /** Reads everything after position {@code after}. */
  JournalReader(Journal journal, Segments segments, long after) {
    this.journal = journal;
    this.segments = segments;
    this.wanted = after + 1;
  }

  /** The next record, or null when there is none on disk yet. */
  @Nullable JournalRecord next() {
    try {
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be read at position " + wanted, e);
    }
  }

  /** Up to where everything was read or, when damaged, skipped. */
  long position() {
    return wanted - 1;
  }

  private @Nullable JournalRecord read() throws IOException {
    Journal.Mark mark = journal.mark();
    while (wanted <= mark.last()) {
      SegmentReader current = segment == null ? openFirst() : segment;
      boolean growing = segmentFirst == mark.segment();
      JournalRecord record = current.next(wanted, growing ? mark.end() : current.size());
      if (record != null && !isLeftOver(record)) {
        report(current, record.first());
        wanted = record.last() + 1;
        return record;
      }
      if (growing) {
        report(current, mark.last() + 1);
        wanted = mark.last() + 1;
      } else {
        openNext(current);
      }
    }
    return null;
  }

  /**
   * A record that was written but never acknowledged, because the disk failed; the next segment
   * took its place.
   */
  private boolean isLeftOver(JournalRecord record) {
    Long next = segments.after(segmentFirst);
    return next != null && record.first() >= next;
  }

  private SegmentReader openFirst() throws IOException {
    Long first = segments.holding(wanted);
    if (first == null) {
      first = segments.after(wanted);
    }
    if (first == null) {
      throw new IOException("No segment holds position " + wanted);
    }
    if (first > wanted) {
      report(first, first - wanted);
    }
    return open(first);
  }

  private void openNext(SegmentReader finished) throws IOException {
    Long next = segments.after(segmentFirst);
    if (next == null) {
      throw new IOException("The segment after position " + segmentFirst + " is missing");
    }
    report(finished, next);
    finished.close();
    open(next);
  }

  private SegmentReader open(long first) throws IOException {
    SegmentReader opened = new SegmentReader(segments.file(first), first);
    segment = opened;
    segmentFirst = first;
    return opened;
  }

  /**
   * Reports what was skipped before position {@code next}; without a lost position it was never
   * acknowledged.
   */
  private void report(SegmentReader from, long next) {
    SegmentReader.Skipped skipped = from.skipped();
    long items = skipped.items + Math.max(0, next - Math.max(from.expected(), wanted));
    if (items > 0 && next > wanted) {
      journal.report(
          new Damage(
              name(segmentFirst),
              skipped.bytes == 0 ? from.offset() : skipped.start,
              skipped.bytes,
              Math.max(1, skipped.records),
              items));
    }
    skipped.clear();
  }

  private void report(long first, long items) {
    journal.report(new Damage(name(first), 0, 0, 1, items));
  }

  private String name(long first) {
    return String.valueOf(segments.file(first).getFileName());
  }

  @Override
  public void close() {
    try {
      if (segment != null) {
        segment.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
