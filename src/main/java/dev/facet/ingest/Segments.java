package dev.facet.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a journal by the first position each may hold, which is also their name; so the
 * segment of a position is the last one that begins at or before it. Safe for use by many threads.
 */
final class Segments {
  private static final Pattern NAME = Pattern.compile("(\\d{19})\\.journal");

  private final Path folder;
  private final NavigableMap<Long, Path> files = new ConcurrentSkipListMap<>();

  private Segments(Path folder) {
    this.folder = folder;
  }

  /** The segments in a folder, which is made, for the owner alone, when it is not there. */
  static Segments in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(
        folder,
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    Segments segments = new Segments(folder);
    try (Stream<Path> found = Files.list(folder)) {
      found.forEach(segments::addIfSegment);
    }
    return segments;
  }

  private void addIfSegment(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (name.matches()) {
      files.put(Long.valueOf(name.group(1)), file);
    }
  }

  /**
   * The file for a segment that begins at {@code first}; not known to readers before {@link #add}.
   */
  Path file(long first) {
    return folder.resolve(String.format(Locale.ROOT, "%019d.journal", first));
  }

  void add(long first) {
    files.put(first, file(first));
  }

  List<Long> all() {
    return List.copyOf(files.keySet());
  }

  /**
   * The first position of the segment in which {@code position} is or was, null before the first
   * segment.
   */
  @Nullable Long holding(long position) {
    return files.floorKey(position);
  }

  /** The first position of the segment after the one that begins at {@code first}. */
  @Nullable Long after(long first) {
    return files.higherKey(first);
  }

  @Nullable Long last() {
    return files.isEmpty() ? null : files.lastKey();
  }
}
