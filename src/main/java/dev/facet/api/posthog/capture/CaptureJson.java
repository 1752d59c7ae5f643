package dev.facet.api.posthog.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.facet.model.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an ingestion call as plain values: one event, a list of events, or an object with a
 * list called {@code batch}.
 *
 * @param head the fields beside the batch; empty when there is none
 * @param events the events, each as it was sent
 */
record CaptureJson(Map<String, @Nullable Object> head, List<Map<String, @Nullable Object>> events) {
  private static final int DEEPEST = 100;
  private static final int LARGEST_EVENT = 1 << 20;
  private static final String BATCH = "batch";
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER, true)
          .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(CaptureRequest.Kind.BATCH.limit())
                  .build())
          .build();

  /**
   * Reads a call's JSON; deeper than 100 levels, an event over 1 MB and other shapes are refused.
   */
  static CaptureJson read(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      CaptureJson read =
          switch (parser.nextToken()) {
            case START_ARRAY -> new CaptureJson(Map.of(), events(parser));
            case START_OBJECT -> object(parser);
            case null, default ->
                throw CaptureFailures.unparsable(null, "an object or a list of events is expected");
          };
      if (parser.nextToken() != null) {
        throw CaptureFailures.unparsable(null, "something follows the end of the JSON");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw CaptureFailures.unparsable(null, reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    String shown = message.substring(0, Math.min(message.length(), 300));
    return e.getLocation() == null
        ? shown
        : "%s (line %d, column %d)"
            .formatted(shown, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static CaptureJson object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    List<Map<String, @Nullable Object>> events = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = Values.storable(parser.currentName());
      JsonToken token = parser.nextToken();
      if (!name.equals(BATCH)) {
        head.put(name, value(parser));
      } else if (token == JsonToken.START_ARRAY) {
        events = events(parser);
      } else {
        throw CaptureFailures.unparsable(BATCH, "batch must be a list of events");
      }
    }
    if (events != null) {
      return new CaptureJson(head, events);
    }
    checkSize(parser.currentLocation().getByteOffset(), "");
    return new CaptureJson(Map.of(), List.of(head));
  }

  private static List<Map<String, @Nullable Object>> events(JsonParser parser) throws IOException {
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    long start = parser.currentLocation().getByteOffset();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String path = "batch[" + events.size() + "]";
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw CaptureFailures.unparsable(path, path + " must be an object");
      }
      events.add(map(parser));
      long end = parser.currentLocation().getByteOffset();
      checkSize(end - start, path);
      start = end;
    }
    return events;
  }

  private static void checkSize(long bytes, String path) {
    if (bytes > LARGEST_EVENT) {
      throw CaptureFailures.tooLarge(path, "maximum event size exceeded");
    }
  }

  private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = Values.storable(parser.currentName());
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  private static List<@Nullable Object> list(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> Values.storable(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** A long where it is whole and fits, else a double; what is beyond both stays text. */
  private static @Nullable Object number(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> (Object) parser.getLongValue();
      default -> {
        double value = parser.getDoubleValue();
        yield Double.isFinite(value) ? Values.canonical(value) : parser.getText();
      }
    };
  }
}
