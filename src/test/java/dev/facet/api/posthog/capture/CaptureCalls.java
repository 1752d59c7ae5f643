package dev.facet.api.posthog.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.facet.api.posthog.capture.CaptureDecoder.Capture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** An ingestion call put together piece by piece. */
final class CaptureCalls {
  static final Instant NOW = Instant.parse("2026-05-01T13:05:00Z");
  static final UUID MADE = new UUID(0x7000, 1L << 63);

  private final CaptureRequest.Kind kind;
  private byte[] body = new byte[0];
  private final Map<String, String> query = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();

  private CaptureCalls(CaptureRequest.Kind kind) {
    this.kind = kind;
  }

  static CaptureCalls batch() {
    return new CaptureCalls(CaptureRequest.Kind.BATCH);
  }

  static CaptureCalls single() {
    return new CaptureCalls(CaptureRequest.Kind.SINGLE);
  }

  static CaptureCalls of(CaptureRequest.Kind kind) {
    return new CaptureCalls(kind);
  }

  CaptureCalls body(byte[] bytes) {
    body = bytes;
    return this;
  }

  /** A body in which single quotes stand for double ones. */
  CaptureCalls body(String text) {
    return body(json(text).getBytes(UTF_8));
  }

  CaptureCalls query(String name, String value) {
    query.put(name, value);
    return this;
  }

  CaptureCalls header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  CaptureRequest request() {
    return new CaptureRequest(
        kind, body, query::get, name -> headers.get(name.toLowerCase(Locale.ROOT)), NOW);
  }

  Capture decode() {
    return CaptureDecoder.decode(request(), () -> MADE);
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }

  static byte[] gzip(byte[] plain) {
    return packed(plain, GZIPOutputStream::new);
  }

  static byte[] deflate(byte[] plain) {
    return packed(plain, DeflaterOutputStream::new);
  }

  private interface Packing {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] plain, Packing packing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream stream = packing.over(out)) {
      stream.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
