package dev.facet.api.posthog.capture;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import org.jspecify.annotations.Nullable;

/** The refusals of ingestion calls, in the words that clients know. */
final class CaptureFailures {
  private CaptureFailures() {}

  /** The bytes cannot be turned into text. */
  static FailureException undecodable(String why) {
    return FailureException.invalid("undecodable", null, "failed to decode request: " + why);
  }

  /** The text is not the JSON it should be. */
  static FailureException unparsable(@Nullable String path, String why) {
    return FailureException.invalid("parse_error", path, "failed to parse request: " + why);
  }

  static FailureException noEvent() {
    return FailureException.invalid("no_event", "batch", "request holds no event");
  }

  /** An event lacks what every event has. */
  static FailureException incomplete(String path, String message) {
    return FailureException.invalid("incomplete_event", path, message);
  }

  static FailureException badToken(String message) {
    return new FailureException(new Failure.NotAllowed("invalid_api_key", true, message));
  }

  static FailureException tooLarge(@Nullable String path, String message) {
    return new FailureException(new Failure.TooMuch("too_large", path, message, null));
  }

  /** More bytes than the call may have once they are unpacked. */
  static FailureException bodyTooLarge(int limit) {
    return tooLarge(null, "request is larger than " + (limit >> 20) + " MB after unpacking");
  }
}
