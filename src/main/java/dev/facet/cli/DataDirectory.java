package dev.facet.cli;

import dev.facet.access.Secret;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The directory a server keeps everything in: its owner's alone, and one process's at a time. */
final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "facet.lock";
  private final FileChannel lock;

  private DataDirectory(FileChannel lock) {
    this.lock = lock;
  }

  /** Makes the directory when it is missing and takes it; a Conflict failure when it is taken. */
  static DataDirectory take(Path directory) throws IOException {
    Files.createDirectories(directory);
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
    Path file = directory.resolve(LOCK);
    FileChannel lock =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (posix) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    if (!isFree(lock)) {
      lock.close();
      throw taken(directory, Files.readString(file).strip());
    }
    return new DataDirectory(lock);
  }

  private static boolean isFree(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static FailureException taken(Path directory, String by) {
    String who = by.isEmpty() ? "Another Facet server" : "The Facet server at " + by;
    return new FailureException(
        new Failure.Conflict(
            "data_in_use",
            "%s uses the data directory %s. Stop it first, or give another directory with --data."
                .formatted(who, directory.toAbsolutePath().normalize()),
            0,
            0));
  }

  /**
   * The keys of a data directory: its own when it is free, else those of the server that uses it.
   */
  static KeyDesk keysOf(Path directory) throws IOException {
    if (Files.notExists(directory.resolve("catalog.db"))) {
      throw new IOException(
          "There is no data of a server in " + directory.toAbsolutePath().normalize() + ".");
    }
    try {
      return new LocalKeys(take(directory), directory);
    } catch (FailureException e) {
      String url = Files.readString(directory.resolve(LOCK)).strip();
      if (url.isEmpty()) {
        throw e;
      }
      Secret secret = Secret.in(directory, new SecureRandom());
      return new RemoteKeys(url, secret.derive(Secret.CONTROL));
    }
  }

  /** Notes where the server listens, for commands that ask it. */
  void servedAt(String url) throws IOException {
    lock.truncate(0);
    lock.write(ByteBuffer.wrap((url + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() throws IOException {
    lock.truncate(0);
    lock.close();
  }
}
