package dev.facet.ingest.social.outbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one HTTP/1.1 reply from a connection that ends after it. */
final class ReplyReader {
  /** How many bytes a body may have. */
  static final int LARGEST = 4 << 20;

  private static final int LARGEST_HEAD = 64 << 10;
  private static final int CHUNK = 16 << 10;

  private final InputStream in;
  private int head;

  /** What came: header names in lower case, the last of each. */
  @SuppressWarnings("ArrayRecordComponent")
  record Raw(int status, Map<String, String> headers, byte[] body) {}

  /**
   * @param in buffered here
   */
  ReplyReader(InputStream in) {
    this.in = new java.io.BufferedInputStream(in, CHUNK);
  }

  /**
   * Reads it whole.
   *
   * @throws Refusal when it is too large
   * @throws IOException when it breaks off or is no HTTP
   */
  Raw read() throws IOException {
    int status;
    Map<String, String> headers;
    do {
      status = status(line());
      headers = headers();
    } while (status < 200);
    return new Raw(status, headers, status == 204 || status == 304 ? new byte[0] : body(headers));
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
      throw new IOException("No HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("No header");
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException();
      }
      if (++head > LARGEST_HEAD) {
        throw new Refusal(
            "the head of the answer is larger than %d bytes.".formatted(LARGEST_HEAD));
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String coding = headers.getOrDefault("transfer-encoding", "identity");
    if (coding.equalsIgnoreCase("chunked")) {
      return chunks();
    }
    @Nullable String length = headers.get("content-length");
    if (length == null) {
      byte[] body = in.readNBytes(LARGEST + 1);
      return checked(body, body.length);
    }
    long announced = number(length, 10);
    checked(in, announced);
    return exactly((int) announced);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (long size = chunk(); size > 0; size = chunk()) {
      checked(body, body.size() + size);
      body.writeBytes(exactly((int) size));
      line();
      head = 0;
    }
    return body.toByteArray();
  }

  private long chunk() throws IOException {
    return number(line().split(";", 2)[0].strip(), 16);
  }

  private static long number(String text, int radix) throws IOException {
    try {
      if (text.length() < 16) {
        return Long.parseUnsignedLong(text, radix);
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers that are too long.
    }
    throw new IOException("No length");
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    return bytes;
  }

  private static <T> T checked(T body, long size) throws Refusal {
    if (size > LARGEST) {
      throw new Refusal("the answer is larger than %d MB.".formatted(LARGEST >> 20));
    }
    return body;
  }
}
