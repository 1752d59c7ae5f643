package dev.facet.api.posthog.capture;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An ingestion call as it came.
 *
 * @param body the bytes as sent, packed or not
 * @param query looks up a parameter of the address
 * @param header looks up a header
 * @param receivedAt the server's time
 */
@SuppressWarnings("ArrayRecordComponent")
record CaptureRequest(
    Kind kind,
    byte[] body,
    Function<String, @Nullable String> query,
    Function<String, @Nullable String> header,
    Instant receivedAt) {
  private static final int MB = 1 << 20;

  /** What the path says about the payload. */
  enum Kind {
    /** {@code /batch}. */
    BATCH(20 * MB),
    /** {@code /e}, {@code /capture}, {@code /track}, {@code /i/v0/e}. */
    SINGLE(2 * MB),
    /** {@code /engage}: changes of a person that need no event name. */
    ENGAGE(2 * MB),
    /** {@code /i/v1/analytics/events}. */
    ANALYTICS(20 * MB);

    private final int limit;

    Kind(int limit) {
      this.limit = limit;
    }

    /** How many bytes the payload may have, once unpacked. */
    int limit() {
      return limit;
    }
  }

  /** A parameter of the address, empty when it is missing. */
  String parameter(String name) {
    String value = query.apply(name);
    return value == null ? "" : value;
  }

  /** A header, empty when it is missing. */
  String headerText(String name) {
    String value = header.apply(name);
    return value == null ? "" : value.strip();
  }
}
