package dev.facet.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records at the end of the newest segment and begins a new one when it is full or when
 * writing failed. For one thread.
 */
final class SegmentWriter implements Closeable {
  private final Segments segments;
  private final Disk disk;
  private final long full;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
  private Disk.@Nullable Output output;
  private long first;
  private long size;

  SegmentWriter(Segments segments, Disk disk, long full) {
    this.segments = segments;
    this.disk = disk;
    this.full = full;
  }

  /** The first position of the segment being written. */
  long first() {
    return first;
  }

  /** How long the segment is, counting only what is on disk for sure. */
  long size() {
    return size;
  }

  /** Goes on in a segment that is there, dropping what stands after {@code end}. */
  void resume(long segment, long end) throws IOException {
    output = disk.open(segments.file(segment));
    output.truncate(end);
    output.force();
    first = segment;
    size = end;
  }

  /** Writes the records and returns when they are on disk; after a failure none of them is. */
  void write(List<JournalRecord> records) throws IOException {
    try {
      Disk.Output target = output(records.getFirst().first());
      long written = 0;
      for (JournalRecord record : records) {
        written += write(target, record);
      }
      drain(target);
      target.force();
      size += written;
    } catch (IOException | RuntimeException e) {
      giveUp(e);
      throw e;
    }
  }

  private Disk.Output output(long next) throws IOException {
    if (output != null && size < full) {
      return output;
    }
    close();
    Disk.Output opened = disk.open(segments.file(next));
    output = opened;
    opened.truncate(0);
    first = next;
    size = 0;
    segments.add(next);
    return opened;
  }

  private long write(Disk.Output target, JournalRecord record) throws IOException {
    Frame frame = Frame.of(record.payload(), record.first(), record.count());
    if (buffer.remaining() < Frame.SIZE) {
      drain(target);
    }
    frame.write(buffer);
    ByteBuffer payload = ByteBuffer.wrap(record.payload());
    while (payload.hasRemaining()) {
      int length = Math.min(payload.remaining(), buffer.remaining());
      buffer.put(payload.slice(payload.position(), length));
      payload.position(payload.position() + length);
      if (!buffer.hasRemaining()) {
        drain(target);
      }
    }
    return frame.stride();
  }

  private void drain(Disk.Output target) throws IOException {
    buffer.flip();
    target.write(buffer);
    buffer.clear();
  }

  /**
   * After a failed write or force nobody knows what is on disk: the segment is cut back to what was
   * acknowledged and left alone.
   */
  private void giveUp(Exception reason) {
    buffer.clear();
    try (Disk.Output failed = output) {
      output = null;
      if (failed != null) {
        failed.truncate(size);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (output != null) {
      Disk.Output done = output;
      output = null;
      done.close();
    }
  }
}
