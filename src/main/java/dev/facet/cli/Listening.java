package dev.facet.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server listens and what time it is there: options of all commands that run one. */
final class Listening {
  @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on.")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one.")
  private @Nullable Integer port;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "Starts the clock at this instant, such as 2026-03-01T12:00:00Z.")
  private @Nullable Instant now;

  private @Nullable InstantSource clock;

  /** The settings given on the command line, by key. */
  Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    if (host != null) {
      overrides.put("server.host", host);
    }
    if (port != null) {
      overrides.put("server.port", port.toString());
    }
    return overrides;
  }

  /** One clock, however often it is asked for; it ticks in what is kept of an instant. */
  InstantSource clock() {
    if (clock == null) {
      Clock system = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
      clock = now == null ? system : Clock.offset(system, Duration.between(system.instant(), now));
    }
    return clock;
  }
}
