package dev.facet.api.http;

import dev.facet.access.Caller;
import dev.facet.access.Sessions;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.Optional;

/**
 * A login in a browser, as requests carry it: a cookie. A browser sends cookies along whoever made
 * it ask, so what changes something counts only when our own page asked.
 */
public final class PageSession {
  /** The cookie that holds the session's token. */
  public static final String COOKIE = "facet_session";

  private final Sessions sessions;

  public PageSession(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Who is logged in; empty when nobody is.
   *
   * @throws FailureException NotAllowed {@code foreign_origin} when another page asks for a change
   */
  public Optional<Caller> caller(Request request) {
    Optional<Caller> caller = request.cookie(COOKIE).flatMap(sessions::find);
    if (caller.isPresent() && request.method().isWriting() && !isOurs(request)) {
      throw new FailureException(
          new Failure.NotAllowed(
              "foreign_origin",
              false,
              "A login by cookie changes something only from the server's own page: the Origin"
                  + " header must be this server's address."));
    }
    return caller;
  }

  private static boolean isOurs(Request request) {
    Optional<String> origin = request.header("Origin");
    return origin.isPresent()
        ? origin.get().equals(request.origin().url())
        : request.header("Sec-Fetch-Site").filter("same-origin"::equals).isPresent();
  }
}
