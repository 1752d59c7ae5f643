package dev.facet.ingest;

import static java.nio.file.StandardOpenOption.READ;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads one segment from its start, record by record. After something unreadable it goes on at the
 * next magic word that begins a sound frame, so that damage never takes more than what it hit. For
 * one thread.
 */
final class SegmentReader implements Closeable {
  private static final int WINDOW = 1 << 18;

  private final FileChannel channel;
  private final byte[] window = new byte[WINDOW];
  private long windowStart;
  private int windowLength;
  private long offset;
  private long soundEnd;
  private long expected;
  private final Skipped skipped = new Skipped();

  /** An unreadable stretch. */
  static final class Skipped {
    long start;
    long bytes;
    long records;
    long items;

    private void add(long from, long to) {
      start = bytes == 0 ? from : start;
      bytes += to - from;
      records++;
    }

    void clear() {
      bytes = 0;
      records = 0;
      items = 0;
    }
  }

  SegmentReader(Path file, long first) throws IOException {
    channel = FileChannel.open(file, READ);
    expected = first;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Where the reader stands. */
  long offset() {
    return offset;
  }

  /** Where the last record with a sound frame ended. */
  long soundEnd() {
    return soundEnd;
  }

  /** The position that comes next if nothing is missing. */
  long expected() {
    return expected;
  }

  /** What was skipped since this was last cleared. */
  Skipped skipped() {
    return skipped;
  }

  /**
   * The next whole record before {@code end} that reaches position {@code from}, or null.
   * Afterwards the reader stands behind the record, or at {@code end}.
   */
  @Nullable JournalRecord next(long from, long end) throws IOException {
    while (offset < end) {
      Frame frame = frameAt(offset, end);
      if (frame == null || offset + frame.stride() > end) {
        skip(end);
      } else {
        JournalRecord record = frame.last() < from ? pass(frame) : take(frame, end);
        if (record != null) {
          return record;
        }
      }
    }
    return null;
  }

  /** Steps over a record that was read before, and forgets damage that lies before it. */
  private @Nullable JournalRecord pass(Frame frame) {
    count(frame);
    skipped.clear();
    offset += frame.stride();
    soundEnd = offset;
    return null;
  }

  private @Nullable JournalRecord take(Frame frame, long end) throws IOException {
    count(frame);
    byte[] payload = payload(frame, end);
    soundEnd = offset + frame.stride();
    if (Frame.checksum(payload, 0, payload.length) != frame.checksum()) {
      skipped.items += frame.count();
      skip(end);
      return null;
    }
    offset += frame.stride();
    return new JournalRecord(frame.first(), frame.count(), payload);
  }

  private void count(Frame frame) {
    skipped.items += Math.max(0, frame.first() - expected);
    expected = Math.max(expected, frame.last() + 1);
  }

  private void skip(long end) throws IOException {
    long start = offset;
    do {
      offset = nextMagic(offset + 1, end);
    } while (offset < end && frameAt(offset, end) == null);
    skipped.add(start, offset);
  }

  /** Whether an interrupted write can have left what stands from {@code start} to {@code end}. */
  boolean isTorn(long start, long end) throws IOException {
    if (end - start < Frame.SIZE) {
      return true;
    }
    Frame frame = frameAt(start, end);
    return frame != null ? start + frame.stride() > end : isZero(start, end);
  }

  private boolean isZero(long start, long end) throws IOException {
    for (long at = start; at < end; at++) {
      if (byteAt(at, end) != 0) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Frame frameAt(long at, long end) throws IOException {
    if (at + Frame.SIZE > end) {
      return null;
    }
    fill(at, Frame.SIZE, end);
    return Frame.read(window, (int) (at - windowStart));
  }

  private byte[] payload(Frame frame, long end) throws IOException {
    byte[] payload = new byte[frame.length()];
    long at = offset + Frame.SIZE;
    if (payload.length <= WINDOW) {
      fill(at, payload.length, end);
      System.arraycopy(window, (int) (at - windowStart), payload, 0, payload.length);
    } else {
      readFully(ByteBuffer.wrap(payload), at);
    }
    return payload;
  }

  private long nextMagic(long from, long end) throws IOException {
    int seen = 0;
    for (long at = from; at < end; at++) {
      seen = seen << 8 | (byteAt(at, end) & 0xFF);
      if (seen == Frame.MAGIC && at - from >= 3) {
        return at - 3;
      }
    }
    return end;
  }

  private byte byteAt(long at, long end) throws IOException {
    fill(at, 1, end);
    return window[(int) (at - windowStart)];
  }

  /** Makes the window hold {@code length} bytes from {@code at}. */
  private void fill(long at, int length, long end) throws IOException {
    if (at >= windowStart && at + length <= windowStart + windowLength) {
      return;
    }
    int wanted = (int) Math.min(WINDOW, end - at);
    windowStart = at;
    windowLength = 0;
    readFully(ByteBuffer.wrap(window, 0, wanted), at);
    windowLength = wanted;
  }

  private void readFully(ByteBuffer into, long from) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int read = channel.read(into, at);
      if (read < 0) {
        throw new EOFException("The segment became shorter while it was read");
      }
      at += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
