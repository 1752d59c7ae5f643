package dev.facet.api.posthog.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the body of an ingestion call into the JSON it carries: unpacks gzip (announced or seen by
 * its first bytes) and deflate, takes the {@code data} field out of forms and addresses, decodes
 * base64 and lz64. Never holds more than the limit of the call.
 */
final class CaptureBody {
  private static final int LZ64_LIMIT = 2 << 20;

  private final CaptureRequest request;
  private final int limit;

  private CaptureBody(CaptureRequest request) {
    this.request = request;
    this.limit = request.kind().limit();
  }

  /** The JSON text of a call, in valid UTF-8. */
  static byte[] json(CaptureRequest request) {
    byte[] json = new CaptureBody(request).unpack();
    checkUtf8(json);
    return json;
  }

  private byte[] unpack() {
    String data = request.query().apply("data");
    if (request.body().length == 0 && data != null) {
      return fromText(data, request.parameter("compression"));
    }
    byte[] bytes = inflated(request.body());
    if (bytes.length == 0) {
      throw CaptureFailures.noEvent();
    }
    if (startsLikeJson(bytes)) {
      return bytes;
    }
    String text = new String(bytes, ISO_8859_1);
    return isForm(text) ? fromForm(text) : fromText(text, request.parameter("compression"));
  }

  private boolean isForm(String text) {
    String type = request.headerText("Content-Type").toLowerCase(Locale.ROOT);
    return type.startsWith("application/x-www-form-urlencoded") || text.startsWith("data=");
  }

  private byte[] fromForm(String form) {
    String data = field(form, "data");
    if (data == null) {
      throw CaptureFailures.undecodable("the form has no field data");
    }
    String compression = field(form, "compression");
    return fromText(data, compression == null ? request.parameter("compression") : compression);
  }

  private static @Nullable String field(String form, String name) {
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return unescaped(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw CaptureFailures.undecodable("a percent sign without two hex digits in the form");
    }
  }

  /** JSON as it is, or in base64 (the plain or the address alphabet), or in lz64. */
  private byte[] fromText(String text, String compression) {
    byte[] plain = text.getBytes(UTF_8);
    if (startsLikeJson(plain)) {
      return checked(plain);
    }
    // a plus sign that a client forgot to escape arrives as a space
    String base64 = text.strip().replace(' ', '+');
    return compression.equals("lz64")
        ? CaptureLz64.decode(base64, Math.min(limit, LZ64_LIMIT)).getBytes(UTF_8)
        : inflated(base64(base64));
  }

  private static byte[] base64(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    try {
      return Base64.getDecoder().decode(text.substring(0, end).replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      throw CaptureFailures.undecodable("it is neither JSON nor gzip nor base64");
    }
  }

  private byte[] inflated(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
      return read(new ByteArrayInputStream(bytes), GZIPInputStream::new);
    }
    if (startsLikeJson(bytes)) {
      return checked(bytes);
    }
    String encoding = request.headerText("Content-Encoding").toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "deflate" -> read(new ByteArrayInputStream(bytes), InflaterInputStream::new);
      case "", "identity", "gzip", "x-gzip" -> checked(bytes);
      default ->
          throw CaptureFailures.undecodable(
              "Content-Encoding is gzip, deflate or nothing here, not " + encoding);
    };
  }

  private interface Unpacking {
    InputStream over(InputStream packed) throws IOException;
  }

  private byte[] read(InputStream packed, Unpacking unpacking) {
    try (InputStream in = unpacking.over(packed)) {
      return checked(in.readNBytes(limit + 1));
    } catch (IOException e) {
      throw CaptureFailures.undecodable("it is packed, but damaged or cut off");
    }
  }

  private byte[] checked(byte[] bytes) {
    if (bytes.length > limit) {
      throw CaptureFailures.bodyTooLarge(limit);
    }
    return bytes;
  }

  private static boolean startsLikeJson(byte[] bytes) {
    int at = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
    while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
      at++;
    }
    return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[');
  }

  private static void checkUtf8(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw CaptureFailures.undecodable("invalid UTF-8 at byte " + in.position());
    }
  }
}
