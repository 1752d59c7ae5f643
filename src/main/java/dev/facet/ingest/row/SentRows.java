package dev.facet.ingest.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.facet.dataset.Intake;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request: those to take, in the order they were sent, and those refused. They come
 * as a JSON array or as lines of one object each.
 */
public final class SentRows {
  /** How many rows one request may have. */
  public static final int MOST = 200_000;

  private static final int DEEPEST = 100;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          new JsonFactoryBuilder()
              .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
              .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxStringLength(20 << 20)
                      .build())
              .build());
  private static final ObjectReader LINE =
      JSON.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final RowReader reader;
  private final List<Map<String, @Nullable Object>> taken = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private int sent;

  /** Why a row was not taken: its place among those sent, the column, the sentence. */
  public record Refused(int row, String path, String message) {}

  /**
   * A row out of something else than JSON.
   *
   * @param row null when it could not be read
   * @param path the column at fault, empty for the row
   */
  public record Given(@Nullable JsonNode row, String path, String fault) {
    public static Given of(JsonNode row) {
      return new Given(row, "", "");
    }

    public static Given broken(String path, String fault) {
      return new Given(null, path, fault);
    }
  }

  private SentRows(Intake intake) {
    this.reader = new RowReader(intake);
  }

  /** Reads a body; what is neither an array nor lines of JSON is an Invalid failure. */
  public static SentRows read(byte[] body, Intake intake) {
    SentRows rows = new SentRows(intake);
    try {
      int start = start(body);
      if (start < body.length && body[start] == '[') {
        rows.readArray(body);
      } else {
        rows.readLines(body, start);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** Takes what was read elsewhere. */
  public static SentRows of(List<Given> given, Intake intake) {
    SentRows rows = new SentRows(intake);
    for (Given one : given) {
      if (one.row() == null) {
        rows.refuse(one.path(), one.fault());
      } else {
        rows.take(one.row());
      }
    }
    return rows;
  }

  public List<Map<String, @Nullable Object>> taken() {
    return taken;
  }

  /** For each row taken its place among those sent, from 0. */
  public List<Integer> places() {
    return places;
  }

  public List<Refused> refused() {
    return refused;
  }

  /** Where the text begins: after a byte order mark and blanks. */
  private static int start(byte[] body) {
    int at = body.length > 2 && (body[0] & 0xFF) == 0xEF ? 3 : 0;
    while (at < body.length && body[at] <= ' ' && body[at] >= 0) {
      at++;
    }
    return at;
  }

  private void readArray(byte[] body) throws IOException {
    try (JsonParser parser = JSON.getFactory().createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        take(JSON.readTree(parser));
      }
      if (parser.nextToken() != null) {
        throw malformed("something follows the end of the array");
      }
    } catch (JsonProcessingException e) {
      throw malformed(reason(e) + " in row " + sent);
    }
  }

  private void readLines(byte[] body, int start) throws IOException {
    int from = start;
    while (from < body.length) {
      int end = from;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      if (!isBlank(body, from, end)) {
        readLine(body, from, end - from);
      }
      from = end + 1;
    }
  }

  private static boolean isBlank(byte[] body, int from, int end) {
    for (int i = from; i < end; i++) {
      if (body[i] < 0 || body[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private void readLine(byte[] body, int from, int length) throws IOException {
    JsonNode line;
    try {
      line = LINE.readTree(body, from, length);
    } catch (JsonProcessingException e) {
      refuse("", "The line is no JSON object: " + reason(e) + ".");
      return;
    }
    take(line);
  }

  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return message.substring(0, Math.min(message.length(), 200));
  }

  private void take(JsonNode row) {
    if (sent == MOST) {
      throw tooMany();
    }
    try {
      taken.add(reader.read(row));
      places.add(sent);
      sent++;
    } catch (FailureException e) {
      String path = e.failure().path();
      refuse(path == null ? "" : path, e.failure().message());
    }
  }

  private void refuse(String path, String message) {
    refused.add(new Refused(sent, path, message));
    sent++;
  }

  private static FailureException tooMany() {
    return new FailureException(
        new Failure.TooMuch(
            "too_many_rows", null, "One request has at most " + MOST + " rows; send fewer.", null));
  }

  private static FailureException malformed(String reason) {
    return FailureException.invalid(
        "malformed_json", null, "The body is no JSON array of rows: " + reason + ".");
  }
}
