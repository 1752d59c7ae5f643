package dev.facet.cli;

import dev.facet.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server's life in its data directory, which ends with the process: being told to stop is no
 * failure, so the exit code is then 0.
 */
final class Lifetime {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(28);

  private final Starter.Running running;
  private final DataDirectory directory;
  private final @Nullable Path thrownAway;

  private Lifetime(Starter.Running running, DataDirectory directory, @Nullable Path thrownAway) {
    this.running = running;
    this.directory = directory;
    this.thrownAway = thrownAway;
  }

  /**
   * Starts a server.
   *
   * @param thrownAway a folder to remove at the end, null for none
   */
  static Lifetime begin(
      Starter starter, Config config, InstantSource clock, @Nullable Path thrownAway)
      throws IOException {
    DataDirectory directory = DataDirectory.take(config.data());
    Starter.Running running = starter.start(config, clock);
    directory.servedAt(running.url());
    Lifetime lifetime = new Lifetime(running, directory, thrownAway);
    Runtime.getRuntime().addShutdownHook(new Thread(lifetime::stop, "facet-stop"));
    return lifetime;
  }

  String url() {
    return running.url();
  }

  void lastUntilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private void stop() {
    Thread work = Thread.ofPlatform().start(this::close);
    try {
      work.join(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(work.isAlive() ? 1 : 0);
  }

  private void close() {
    running.close();
    try {
      directory.close();
      if (thrownAway != null) {
        remove(thrownAway);
      }
    } catch (IOException e) {
      System.err.println("facet: the data directory was not left in order: " + e.getMessage());
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
