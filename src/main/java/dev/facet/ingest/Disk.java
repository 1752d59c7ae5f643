package dev.facet.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Where segments are written. The one place where a test puts a disk that is full. */
interface Disk {

  /**
   * Opens a segment for appending and makes it, readable by the owner alone, when it is not there.
   */
  Output open(Path file) throws IOException;

  /** A segment being written, by one thread. */
  interface Output extends Closeable {
    /** Appends all remaining bytes. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when everything written is on disk. */
    void force() throws IOException;

    /** Drops everything from {@code size} on. */
    void truncate(long size) throws IOException;
  }
}
