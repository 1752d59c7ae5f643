package dev.facet.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path into JSON: {@code $}, {@code .name}, {@code ['name']}, {@code [0]}, {@code [-1]}, {@code
 * [*]}, {@code .*}, {@code ..name}, and {@code [?(@.name == 'value')]} for elements that say so.
 */
record JsonPath(List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "(\\.\\.)?(?:\\.?([\\p{L}_$][\\p{L}\\p{N}_$-]*)|\\.?(\\*)|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\]"
              + "|\\[(-?\\d{1,9})\\]|\\[(\\*)\\]"
              + "|\\[\\?\\(\\s*@\\.([\\p{L}\\p{N}_$-]+)\\s*==\\s*(?:'([^']*)'|\"([^\"]*)\"|([-\\w.]+))\\s*\\)\\])");
  private static final int NAME = 2;
  private static final int[] STARS = {3, 7};
  private static final int[] QUOTED = {4, 5};
  private static final int PLACE = 6;
  private static final int FIELD = 8;
  private static final int[] VALUES = {9, 10, 11};

  /** One step further in; of all that lies below when it descends. */
  private record Step(boolean descends, Choice choice) {}

  private sealed interface Choice {
    record Named(String name) implements Choice {}

    record At(int place) implements Choice {}

    record All() implements Choice {}

    record Where(String field, String value) implements Choice {}
  }

  static JsonPath parse(String text) {
    String path = text.strip();
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int at = path.startsWith("$") ? 1 : 0;
    while (at < path.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw JsonFile.wrong(
            "JSON_path",
            "\""
                + text
                + "\" is no path that is understood: write $.name, [0], [*], ..name or"
                + " [?(@.name == 'value')].");
      }
      steps.add(new Step(matcher.group(1) != null, choice(matcher)));
      at = matcher.end();
    }
    return new JsonPath(steps);
  }

  private static Choice choice(Matcher matcher) {
    String name = first(matcher, NAME);
    name = name == null ? first(matcher, QUOTED) : name;
    if (name != null) {
      return new Choice.Named(name);
    }
    if (first(matcher, STARS) != null) {
      return new Choice.All();
    }
    String place = matcher.group(PLACE);
    if (place != null) {
      return new Choice.At(Integer.parseInt(place));
    }
    String value = first(matcher, VALUES);
    return new Choice.Where(matcher.group(FIELD), value == null ? "" : value);
  }

  private static @Nullable String first(Matcher matcher, int... groups) {
    for (int group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }

  /** What the path leads to, in the order of the document. */
  List<JsonNode> find(JsonNode root) {
    List<JsonNode> found = List.of(root);
    for (Step step : steps) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode from : step.descends() ? below(found) : found) {
        next.addAll(chosen(from, step.choice()));
      }
      found = next;
    }
    return found;
  }

  /** These and all that lies in them, each once: else every {@code ..} would multiply them. */
  private static List<JsonNode> below(List<JsonNode> nodes) {
    List<JsonNode> all = new ArrayList<>();
    Set<JsonNode> met = Collections.newSetFromMap(new IdentityHashMap<>());
    nodes.forEach(node -> add(node, all, met));
    return all;
  }

  private static void add(JsonNode node, List<JsonNode> all, Set<JsonNode> met) {
    if (met.add(node)) {
      all.add(node);
      node.forEach(child -> add(child, all, met));
    }
  }

  private static List<JsonNode> chosen(JsonNode node, Choice choice) {
    return switch (choice) {
      case Choice.Named(String name) -> node.has(name) ? List.of(node.get(name)) : List.of();
      case Choice.At(int place) -> {
        JsonNode element =
            node.isArray() ? node.get(place < 0 ? node.size() + place : place) : null;
        yield element == null ? List.of() : List.of(element);
      }
      case Choice.All() -> {
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        yield all;
      }
      case Choice.Where(String field, String value) -> {
        List<JsonNode> all = new ArrayList<>();
        node.forEach(
            child -> {
              if (child.path(field).isValueNode() && child.path(field).asText().equals(value)) {
                all.add(child);
              }
            });
        yield all;
      }
    };
  }
}
