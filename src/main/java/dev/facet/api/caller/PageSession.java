package dev.facet.api.caller;

import dev.facet.access.Caller;
import dev.facet.access.Sessions;
import dev.facet.api.http.Request;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.net.URI;
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
   * @throws FailureException as {@link #requireSameOrigin} does, when the request may change
   *     something
   */
  public Optional<Caller> caller(Request request) {
    Optional<String> token = request.cookie(COOKIE);
    if (token.isPresent() && request.method().isWriting()) {
      requireSameOrigin(request);
    }
    return token.flatMap(sessions::find);
  }

  /**
   * Refuses calls that a page of another site had a browser make.
   *
   * @throws FailureException NotAllowed {@code other_origin}
   */
  public static void requireSameOrigin(Request request) {
    boolean foreign =
        request
            .header("Sec-Fetch-Site")
            .filter(site -> !site.equals("same-origin") && !site.equals("none"))
            .isPresent();
    boolean other =
        request
            .header("Origin")
            .filter(origin -> !authority(origin).equals(authority(request.origin().url())))
            .filter(origin -> !authority(origin).equals(request.header("Host").orElse("")))
            .isPresent();
    if (foreign || other) {
      throw new FailureException(
          new Failure.NotAllowed(
              "other_origin", false, "Calls by a login's cookie must come from the same site."));
    }
  }

  /** What sets the cookie of a session that has just begun. */
  public static String cookie(Sessions.Begun begun, Request request) {
    return cookie(begun.token(), Sessions.Kind.PAGE.life().toSeconds(), request);
  }

  /** What takes the cookie away. */
  public static String noCookie(Request request) {
    return cookie("", 0, request);
  }

  private static String cookie(String value, long seconds, Request request) {
    return COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + seconds
        + (request.origin().isSecure() ? "; Secure" : "");
  }

  /** From where somebody asks. */
  public static Sessions.Device device(Request request) {
    return new Sessions.Device(request.origin().address(), request.header("User-Agent").orElse(""));
  }

  private static String authority(String url) {
    try {
      String authority = URI.create(url).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
