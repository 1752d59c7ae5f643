package dev.facet.api.http;

/**
 * A method and a path, and what answers them.
 *
 * @param path segments, of which {@code {name}} matches any one and a last {@code {name*}} the
 *     whole rest
 * @param summary what it does, in a few words, for the API description
 * @param bodyLimit how many bytes a body may have
 * @param counted whether calls count against the caller's limit
 */
public record Route(
    Method method,
    String path,
    Requirement requirement,
    String summary,
    Handler handler,
    int bodyLimit,
    boolean counted) {
  public static final int DEFAULT_BODY_LIMIT = 2 * 1024 * 1024;

  public Route {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path starts with a slash: " + path);
    }
  }

  /** A counted route with the usual body limit. */
  public static Route of(
      Method method, String path, Requirement requirement, String summary, Handler handler) {
    return new Route(method, path, requirement, summary, handler, DEFAULT_BODY_LIMIT, true);
  }

  /** The same route for bodies up to this many bytes. */
  public Route withBodyLimit(int bytes) {
    return new Route(method, path, requirement, summary, handler, bytes, counted);
  }

  /** The same route, free of call limits. */
  public Route uncounted() {
    return new Route(method, path, requirement, summary, handler, bodyLimit, false);
  }
}
