package dev.facet.api.http;

import dev.facet.model.FailureException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a caller asked. Belongs to the one thread that answers it. */
public final class Request {
  private final Method method;
  private final String path;
  private final String rawQuery;
  private final UnaryOperator<@Nullable String> headers;
  private final Origin origin;
  private final BodyReader reader;
  private Map<String, String> pathParameters = Map.of();
  private final Map<Class<?>, Object> remembered = new HashMap<>(2);
  private int bodyLimit = Route.DEFAULT_BODY_LIMIT;
  private @Nullable Parameters query;
  private byte @Nullable [] body;

  /** Reads a body up to a limit. */
  @FunctionalInterface
  interface BodyReader {
    byte[] read(int limit);
  }

  Request(
      Method method,
      String path,
      String rawQuery,
      UnaryOperator<@Nullable String> headers,
      Origin origin,
      BodyReader reader) {
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery;
    this.headers = headers;
    this.origin = origin;
    this.reader = reader;
  }

  void matched(Map<String, String> parameters, Route route) {
    this.pathParameters = parameters;
    this.bodyLimit = route.bodyLimit();
  }

  public Method method() {
    return method;
  }

  /** The path as sent, escapes and all. */
  public String path() {
    return path;
  }

  /** The text after the question mark as sent, empty when there is none. */
  public String rawQuery() {
    return rawQuery;
  }

  /** From where the request came and how this server is reached. */
  public Origin origin() {
    return origin;
  }

  /** A part of the path, unescaped; a name that the route's template lacks is a bug. */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no {" + name + "}");
    }
    return value;
  }

  /** Whether the route's template has this part. */
  public boolean hasPathParameter(String name) {
    return pathParameters.containsKey(name);
  }

  /** A part of the path as a number; what is none names nothing that is there. */
  public long pathNumber(String name) {
    String value = pathParameter(name);
    if (value.isEmpty()
        || value.length() > 18
        || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw FailureException.notFound("Not found.");
    }
    return Long.parseLong(value);
  }

  /** The parameters of the query string. */
  public Parameters query() {
    if (query == null) {
      query = Parameters.parse(rawQuery);
    }
    return query;
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return query().first(name);
  }

  /** A header's value, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name));
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    return header("Cookie").flatMap(text -> cookieIn(text, name));
  }

  private static Optional<String> cookieIn(String text, String name) {
    return List.of(text.split(";")).stream()
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  /**
   * The media type of the body in lower case, without its parameters; empty when it was not said.
   */
  public String contentType() {
    String value = header("Content-Type").orElse("");
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether the caller named this media type in its Accept header. */
  public boolean accepts(String mediaType) {
    return header("Accept").filter(value -> value.contains(mediaType)).isPresent();
  }

  /**
   * The body as sent; one over the route's limit is a TooMuch failure with code {@code
   * body_too_large}.
   */
  public byte[] body() {
    if (body == null) {
      body = reader.read(bodyLimit);
    }
    return body;
  }

  /** Keeps what was found out about the caller for the handlers. */
  public <T> void remember(Class<T> type, T value) {
    remembered.put(type, value);
  }

  /** Whether something of this type was remembered. */
  public boolean remembers(Class<?> type) {
    return remembered.containsKey(type);
  }

  /** What was remembered of this type; asking for what nobody remembered is a bug. */
  public <T> T recall(Class<T> type) {
    Object value = remembered.get(type);
    if (value == null) {
      throw new IllegalStateException("Nobody remembered a " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
