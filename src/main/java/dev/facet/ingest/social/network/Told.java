package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a network told. What is missing or null is absent; what is there and of another type is
 * a bad moment of the network, never a number.
 *
 * @param network its name, for the sentence
 * @param node what it told, a missing node for nothing
 */
record Told(String network, JsonNode node) {
  /** What stands under a field, or nothing. */
  Told at(String... path) {
    JsonNode found = node;
    for (String field : path) {
      found = found.path(field);
    }
    return new Told(network, found.isNull() ? MissingNode.getInstance() : found);
  }

  boolean isGiven() {
    return !node.isMissingNode();
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** A number, also one written as text. */
  @Nullable Double number(String field) {
    return at(field).number();
  }

  @Nullable Double number() {
    if (!isGiven() || node.isTextual() && node.textValue().isBlank()) {
      return null;
    }
    double number = node.isTextual() ? parsed(node.textValue().strip()) : node.asDouble(Double.NaN);
    if (!Double.isFinite(number) || !node.isTextual() && !node.isNumber()) {
      throw unreadable("a number");
    }
    return number;
  }

  private static double parsed(String text) {
    boolean plain = text.chars().allMatch(letter -> "+-.0123456789eE".indexOf(letter) >= 0);
    try {
      return plain ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A text, also one written as a number. */
  @Nullable String text(String field) {
    Told told = at(field);
    if (!told.isGiven()) {
      return null;
    }
    if (!told.node.isTextual() && !told.node.isNumber()) {
      throw told.unreadable("a text");
    }
    return told.node.asText();
  }

  boolean isTrue(String field) {
    return node.path(field).asBoolean(false);
  }

  /** What must be there. */
  Told needed(String field) {
    Told told = at(field);
    if (!told.isGiven()) {
      String text = "%s answered without \"%s\".".formatted(network, field);
      throw new NetworkException(Kind.TRANSIENT, text, null);
    }
    return told;
  }

  /** A list that must be there, of objects. */
  List<Told> list(String field) {
    return needed(field).elements();
  }

  /** A list, empty when it is not there. */
  List<Told> listOrNone(String field) {
    Told list = at(field);
    return list.isGiven() ? list.elements() : List.of();
  }

  private List<Told> elements() {
    if (!node.isArray()) {
      throw unreadable("a list");
    }
    List<Told> elements = new ArrayList<>();
    for (JsonNode element : node) {
      Told told = new Told(network, element);
      if (!element.isObject()) {
        throw told.unreadable("an object");
      }
      elements.add(told);
    }
    return elements;
  }

  /** A moment that decides over where a number belongs: it has to be readable. */
  LocalDate day(String field) {
    return Times.day(text(field)).orElseThrow(() -> at(field).unreadable("a day"));
  }

  Instant moment(String field) {
    return Times.moment(text(field)).orElseThrow(() -> at(field).unreadable("a time"));
  }

  /** A moment that is only shown. */
  Optional<Instant> time(String field) {
    return Times.moment(text(field));
  }

  NetworkException unreadable(String wanted) {
    String got =
        isGiven() ? node.getNodeType().toString().toLowerCase(java.util.Locale.ROOT) : "nothing";
    String text = "%s answered something that cannot be read: %s where %s belongs.";
    return new NetworkException(Kind.TRANSIENT, text.formatted(network, got, wanted), null);
  }
}
