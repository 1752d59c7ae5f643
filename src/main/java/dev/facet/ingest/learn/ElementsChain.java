package dev.facet.ingest.learn;

import dev.facet.model.Event;
import dev.facet.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was clicked, as one text. Older clients send a list {@code $elements} of objects, innermost
 * first; newer ones the text {@code $elements_chain}, which questions read: {@code
 * a.btn:attr__href="/x"href="/x"nth-child="1"text="Go";div:nth-child="2"}.
 */
final class ElementsChain {
  private static final String ELEMENTS = "$elements";
  private static final String CHAIN = "$elements_chain";
  private static final String ATTRIBUTE = "attr__";
  private static final int MAX_ELEMENTS = 100;
  private static final int LONGEST_TEXT = 400;
  private static final int LONGEST = 2048;

  private ElementsChain() {}

  /** The event with its list of elements as a chain, which one that is there stays. */
  static Event chained(Event event) {
    if (!(event.properties().get(ELEMENTS) instanceof List<?> elements)) {
      return event;
    }
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(event.properties());
    properties.remove(ELEMENTS);
    String chain = chain(elements);
    if (!chain.isEmpty() && Values.text(properties.get(CHAIN)) == null) {
      properties.put(CHAIN, chain);
    }
    return new Event(
        event.uuid(),
        event.name(),
        event.distinctId(),
        event.time(),
        event.receivedAt(),
        properties);
  }

  private static String chain(List<?> elements) {
    List<String> chain = new ArrayList<>();
    for (Object element : elements.subList(0, Math.min(elements.size(), MAX_ELEMENTS))) {
      if (element instanceof Map<?, ?> fields) {
        chain.add(element(fields));
      }
    }
    return String.join(";", chain);
  }

  private static String element(Map<?, ?> fields) {
    StringBuilder text = new StringBuilder(name(fields.get("tag_name"), "div"));
    classes(fields).forEach(name -> text.append('.').append(name));
    StringBuilder attributes = new StringBuilder();
    attributes(fields)
        .forEach(
            (key, value) ->
                attributes.append(key).append("=\"").append(escaped(value)).append('"'));
    return attributes.isEmpty() ? text.toString() : text.append(':').append(attributes).toString();
  }

  /** A text without what ends a name in a chain. */
  private static String name(@Nullable Object value, String otherwise) {
    String text = Values.text(value);
    String clean = text == null ? "" : text.replaceAll("[.:;=\"\\s]", "");
    return clean.isEmpty() ? otherwise : clean;
  }

  /** Classes that a chain can tell, in order; {@code attr__class} holds them all. */
  private static TreeSet<String> classes(Map<?, ?> fields) {
    TreeSet<String> classes = new TreeSet<>();
    List<?> given =
        switch (fields.get("classes")) {
          case List<?> list -> list;
          case null, default -> {
            String text = text(fields, "attr__class", LONGEST);
            yield text == null ? List.of() : List.of(text.split("\\s+"));
          }
        };
    for (Object one : given) {
      String text = Values.text(one);
      if (text != null && text.matches("[^.:;=\"\\s]+")) {
        classes.add(text);
      }
    }
    return classes;
  }

  private static Map<String, String> attributes(Map<?, ?> fields) {
    Map<String, String> attributes = new TreeMap<>();
    fields.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          String text = text(fields, name, LONGEST);
          if (name.startsWith(ATTRIBUTE) && text != null) {
            attributes.put(name(name, ATTRIBUTE), text);
          }
        });
    put(attributes, "text", text(fields, "$el_text", LONGEST_TEXT));
    put(attributes, "href", text(fields, "attr__href", LONGEST));
    put(attributes, "attr_id", text(fields, "attr__id", LONGEST));
    put(attributes, "nth-child", text(fields, "nth_child", LONGEST));
    put(attributes, "nth-of-type", text(fields, "nth_of_type", LONGEST));
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      attributes.put(name, text);
    }
  }

  private static @Nullable String text(Map<?, ?> fields, String field, int longest) {
    Object value = fields.get(field);
    String text = value instanceof Map || value instanceof List ? null : Values.text(value);
    return text == null
        ? null
        : text.substring(
            0,
            text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length()))));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
