package dev.facet.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A disk with little room, which takes the first part of what no longer fits. */
final class FullDisk implements Disk {
  private final Disk real = new FileDisk();
  private volatile long room;
  private volatile boolean refusesTruncation;
  private volatile boolean refusesForce;

  FullDisk(long room) {
    this.room = room;
  }

  /** Makes room. */
  void free(long bytes) {
    room = bytes;
    refusesForce = false;
  }

  void refuseTruncation() {
    refusesTruncation = true;
  }

  void refuseForce() {
    refusesForce = true;
  }

  @Override
  public Output open(Path file) throws IOException {
    Output output = real.open(file);
    return new Output() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        int fits = (int) Math.min(room, bytes.remaining());
        boolean all = fits == bytes.remaining();
        room -= fits;
        output.write(bytes.slice(bytes.position(), fits));
        bytes.position(bytes.position() + fits);
        if (!all) {
          throw new IOException("No space left on device");
        }
      }

      @Override
      public void force() throws IOException {
        if (refusesForce) {
          throw new IOException("Input/output error");
        }
        output.force();
      }

      @Override
      public void truncate(long size) throws IOException {
        if (refusesTruncation && size > 0) {
          throw new IOException("Input/output error");
        }
        output.truncate(size);
      }

      @Override
      public void close() throws IOException {
        output.close();
      }
    };
  }
}
