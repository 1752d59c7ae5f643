package dev.facet.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer: status, headers, body. */
public record Response(int status, List<Header> headers, Body body) {
  public static final String JSON = "application/json";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String HTML = "text/html; charset=utf-8";
  public static final String EVENT_STREAM = "text/event-stream";

  public Response {
    headers = List.copyOf(headers);
  }

  /** A header line. */
  public record Header(String name, String value) {}

  /** What follows the headers. */
  public sealed interface Body {}

  /** Nothing follows. */
  public record Empty() implements Body {}

  /**
   * Bytes that are there already; {@code gzipped} holds the same packed, null when nobody has
   * packed them.
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Bytes(byte[] plain, byte @Nullable [] gzipped) implements Body {}

  /** Bytes that come to be while they are sent. */
  public record Stream(Writer writer) implements Body {}

  /**
   * Writes a body piece by piece; each flush reaches the caller. A caller who went away shows as an
   * IOException.
   */
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** No body. */
  public static Response empty(int status) {
    return new Response(status, List.of(), new Empty());
  }

  public static Response bytes(int status, String contentType, byte[] body) {
    return new Response(
        status, List.of(new Header("Content-Type", contentType)), new Bytes(body, null));
  }

  public static Response text(int status, String body) {
    return bytes(status, TEXT, body.getBytes(StandardCharsets.UTF_8));
  }

  /** JSON of a tree, record, map or list, written with {@link Json}. */
  public static Response json(int status, Object value) {
    return bytes(status, JSON, Json.bytes(value));
  }

  /** A body that is written while it is sent. */
  public static Response stream(String contentType, Writer writer) {
    return new Response(200, List.of(new Header("Content-Type", contentType)), new Stream(writer));
  }

  public Response withStatus(int other) {
    return new Response(other, headers, body);
  }

  /** The same with one more header line. */
  public Response with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, more, body);
  }

  /** The same with its bytes packed once, so that sending them again costs nothing. */
  public Response packed() {
    return body instanceof Bytes bytes && bytes.gzipped() == null
        ? new Response(status, headers, new Bytes(bytes.plain(), Gzip.pack(bytes.plain())))
        : this;
  }

  /** The first header of this name. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Whether a header of this name is there. */
  public boolean has(String name) {
    return header(name).isPresent();
  }
}
