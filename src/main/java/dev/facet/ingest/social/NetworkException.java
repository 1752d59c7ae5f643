package dev.facet.ingest.social;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A network did not give what was asked for. Its message starts with the network's name. */
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  /** What to do about it. */
  public enum Kind {
    /** The token is dead: connect the account anew. */
    AUTH,
    /** The token may not read this. */
    PERMISSION,
    /** There is no such thing. */
    NOT_FOUND,
    /** Too many calls: later. */
    RATE_LIMIT,
    /** The network has a bad moment. */
    TRANSIENT,
    /** The call itself is wrong. */
    BAD_REQUEST
  }

  /**
   * @param message a sentence without tokens
   * @param retryAfter how long the network asks to wait, null when it does not say
   */
  public NetworkException(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
