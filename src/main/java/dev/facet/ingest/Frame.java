package dev.facet.ingest;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands before each payload in a segment: a magic word that no UTF-8 text holds, the
 * payload's length, the positions it covers, its checksum and the checksum of the frame itself. A
 * frame that checks out tells where the next one begins even when the payload is damaged; after a
 * damaged frame the magic word finds the next.
 */
record Frame(int length, long first, int count, int checksum) {
  static final int SIZE = 28;
  static final int MAGIC = 0xFFFA_CE01;

  /** The longest payload; anything that claims to be longer is damage. */
  static final int LONGEST = 64 << 20;

  /** The position of the last event or row of the record. */
  long last() {
    return first + count - 1;
  }

  /** Bytes from this frame to the next. */
  int stride() {
    return SIZE + length;
  }

  static Frame of(byte[] payload, long first, int count) {
    return new Frame(payload.length, first, count, checksum(payload, 0, payload.length));
  }

  void write(ByteBuffer out) {
    int start = out.position();
    out.putInt(MAGIC).putInt(length).putLong(first).putInt(count).putInt(checksum);
    CRC32C crc = new CRC32C();
    crc.update(out.duplicate().flip().position(start));
    out.putInt((int) crc.getValue());
  }

  /** The frame in the 28 bytes at {@code offset}, or null when they are none. */
  static @Nullable Frame read(byte[] bytes, int offset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, SIZE);
    if (in.getInt() != MAGIC) {
      return null;
    }
    Frame frame = new Frame(in.getInt(), in.getLong(), in.getInt(), in.getInt());
    boolean whole = in.getInt() == checksum(bytes, offset, SIZE - Integer.BYTES);
    boolean sane =
        frame.length >= 0 && frame.length <= LONGEST && frame.first > 0 && frame.count > 0;
    return whole && sane ? frame : null;
  }

  static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
