package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long to wait, read from headers: as seconds, as a moment in Unix seconds, or as a date. */
final class Waits {
  /** Numbers from here on are moments: as a length this would be 31 years. */
  private static final double MOMENTS = 1e9;

  private static final double MOMENTS_IN_MILLISECONDS = 1e12;

  private Waits() {}

  static Optional<Duration> of(Reply reply, List<String> resets, Instant now) {
    return Stream.concat(Stream.of("retry-after"), resets.stream())
        .flatMap(header -> Optional.ofNullable(reply.headers().get(header)).stream())
        .flatMap(value -> wait(value.strip(), reply, now).stream())
        .findFirst();
  }

  private static Optional<Duration> wait(String value, Reply reply, Instant now) {
    @Nullable Double number = number(value);
    if (number == null) {
      return date(value).flatMap(moment -> until(moment, reply, now));
    }
    if (number < MOMENTS) {
      return Optional.of(Duration.ofMillis(Math.max(0, Math.round(number * 1000))));
    }
    double seconds = number < MOMENTS_IN_MILLISECONDS ? number : number / 1000;
    return until(Instant.ofEpochSecond((long) Math.ceil(seconds)), reply, now);
  }

  /**
   * Until a moment of the network's clock, which its Date header shows; this server's clock may
   * have been set elsewhere. A moment that is past by one of them is measured by the other.
   */
  private static Optional<Duration> until(Instant moment, Reply reply, Instant now) {
    Optional<Instant> theirs =
        Optional.ofNullable(reply.headers().get("date")).flatMap(Waits::date);
    return Stream.concat(theirs.stream(), Stream.of(now))
        .map(clock -> Duration.between(clock, moment))
        .filter(wait -> !wait.isNegative())
        .min(Duration::compareTo);
  }

  private static @Nullable Double number(String value) {
    try {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) && number < 1e15 ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
