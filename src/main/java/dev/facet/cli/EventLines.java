package dev.facet.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file of events, blank ones left out. */
final class EventLines implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private final Counted bytes;
  private final BufferedReader reader;
  private final long size;
  private long number;

  /**
   * One event as text.
   *
   * @param number of the line, from 1
   * @param fault why it is no event, null when it looks like one
   */
  record Line(long number, String text, @Nullable String fault) {}

  private EventLines(Counted bytes, InputStream plain, long size) {
    this.bytes = bytes;
    this.reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    this.size = size;
  }

  static EventLines open(Path file) throws IOException {
    try {
      Counted bytes = new Counted(Files.newInputStream(file));
      InputStream plain =
          file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      return new EventLines(bytes, plain, Files.size(file));
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file " + file + ".", e);
    }
  }

  /** The next line, null at the end. */
  @Nullable Line next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      if (!text.isBlank()) {
        return new Line(number, text, fault(text));
      }
    }
    return null;
  }

  private static @Nullable String fault(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "is no JSON object";
      }
      parser.skipChildren();
      return parser.nextToken() == null ? null : "holds more than one JSON object";
    } catch (IOException e) {
      return "is no JSON: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
  }

  /** The length of the file in bytes. */
  long size() {
    return size;
  }

  /** How many of its bytes have been read. */
  long read() {
    return bytes.count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count += Math.max(0, some);
      return some;
    }
  }
}
