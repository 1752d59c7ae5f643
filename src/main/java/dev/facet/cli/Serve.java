package dev.facet.cli;

import dev.facet.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a server until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the server.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Serve implements Callable<Integer> {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(28);
  private final Starter starter;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on.")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one.")
  private @Nullable Integer port;

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of settings.")
  private @Nullable Path config;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "Starts the clock at this instant, such as 2026-03-01T12:00:00Z.")
  private @Nullable Instant now;

  Serve(Starter starter) {
    this.starter = starter;
  }

  @Override
  public Integer call() throws Exception {
    Config settings = Config.load(config, System.getenv(), overrides());
    DataDirectory directory = DataDirectory.take(settings.data());
    Starter.Running running = starter.start(settings, clock());
    directory.servedAt(running.url());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, directory), "facet-stop"));
    spec.commandLine().getOut().println("Facet is ready on " + running.url());
    spec.commandLine().getOut().flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    if (host != null) {
      overrides.put("server.host", host);
    }
    if (port != null) {
      overrides.put("server.port", port.toString());
    }
    if (data != null) {
      overrides.put("data", data.toString());
    }
    return overrides;
  }

  private InstantSource clock() {
    Clock system = Clock.systemUTC();
    return now == null ? system : Clock.offset(system, Duration.between(system.instant(), now));
  }

  /** Runs while the process ends; being told to stop is no failure, so the exit code is 0. */
  private static void stop(Starter.Running running, DataDirectory directory) {
    Thread work = Thread.ofPlatform().start(() -> close(running, directory));
    try {
      work.join(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(work.isAlive() ? 1 : 0);
  }

  private static void close(Starter.Running running, DataDirectory directory) {
    running.close();
    try {
      directory.close();
    } catch (IOException e) {
      System.err.println(
          "facet: the lock of the data directory was not given back: " + e.getMessage());
    }
  }
}
