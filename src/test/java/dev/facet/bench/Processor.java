package dev.facet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much processor time the threads of this process have used. On a machine that others use too
 * it says more than the time of day.
 */
final class Processor {
  private Processor() {}

  static long nanos() {
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      return threads.mapToLong(Processor::nanos).sum();
    } catch (IOException notOnThisSystem) {
      return 0;
    }
  }

  private static long nanos(Path thread) {
    try {
      String text = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
