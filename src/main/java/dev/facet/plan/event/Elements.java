package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Selected.Part;
import java.util.List;
import java.util.Locale;

/**
 * Conditions over the text that tells the elements of an event, innermost first: {@code
 * a.btn:attr__href="/x"href="/x"text="Go";div:nth-child="1"}.
 */
final class Elements {
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
  private static final String ATTRIBUTES = "(?:[^=\";]+=" + QUOTED + ")*";
  private static final String CLASSES = "(?:\\.[^.:;\"]+)*";
  private static final String ELEMENT = "[^.:;\"]+" + CLASSES + "(?::" + ATTRIBUTES + ")?";
  private static final String BEGIN = "(?:^|;)";

  private Elements() {}

  static Expression of(Filter.Selected filter) {
    return any(List.of(selector(filter)));
  }

  static Expression of(Filter.Element filter) {
    return switch (filter.operator()) {
      case EXACT -> matches(filter);
      case IS_NOT -> Conditions.none(matches(filter));
      case ICONTAINS -> contains(filter);
      case NOT_ICONTAINS -> Conditions.none(contains(filter));
      case IS_SET -> isSet(filter);
      case IS_NOT_SET -> Conditions.none(isSet(filter));
      case REGEX,
          NOT_REGEX,
          GT,
          GTE,
          LT,
          LTE,
          BETWEEN,
          NOT_BETWEEN,
          DATE_EXACT,
          DATE_BEFORE,
          DATE_AFTER,
          CLEAN_PATH_EXACT ->
          throw FailureException.invalid(
              "element_operator",
              null,
              "Elements are compared by exact, is_not, icontains, not_icontains, is_set and"
                  + " is_not_set, not by "
                  + filter.operator().name().toLowerCase(Locale.ROOT)
                  + ".");
    };
  }

  private static Expression matches(Filter.Element filter) {
    return any(
        filter.values().stream()
            .map(
                value ->
                    switch (filter.part()) {
                      case TAG_NAME -> BEGIN + quote(value) + "(?:[.:;]|$)";
                      case TEXT -> attribute("text", quote(escaped(value)));
                      case HREF -> attribute("href", quote(escaped(value)));
                    })
            .toList());
  }

  private static Expression contains(Filter.Element filter) {
    String any = "(?:[^\"\\\\]|\\\\.)*";
    return any(
        filter.values().stream()
            .map(
                value -> "(?i)" + attribute(name(filter.part()), any + quote(escaped(value)) + any))
            .toList());
  }

  private static Expression isSet(Filter.Element filter) {
    return any(
        List.of(
            switch (filter.part()) {
              case TAG_NAME -> ".";
              case TEXT, HREF -> "[:\"]" + name(filter.part()) + "=\"";
            }));
  }

  private static String name(Filter.Element.Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static Expression any(List<String> patterns) {
    return Conditions.any(
        patterns.stream()
            .map(pattern -> call(Function.MATCHES, EventRows.ELEMENTS, Expression.text(pattern)))
            .toList());
  }

  private static String attribute(String name, String pattern) {
    return "[:\"]" + name + "=\"" + pattern + "\"";
  }

  /** Each part after those it lies in, as elements are told from the inside out. */
  private static String selector(Filter.Selected selector) {
    StringBuilder pattern = new StringBuilder(BEGIN);
    List<Part> inside = selector.path().reversed();
    for (int i = 0; i < inside.size(); i++) {
      if (i > 0) {
        pattern.append(inside.get(i - 1).isChild() ? ";" : "(?:;" + ELEMENT + ")*;");
      }
      pattern.append(element(inside.get(i)));
    }
    return pattern.append("(?:;|$)").toString();
  }

  private static String element(Part part) {
    StringBuilder pattern = new StringBuilder();
    pattern.append(part.tag() == null ? "[^.:;\"]+" : quote(part.tag()));
    for (String name : part.classes()) {
      pattern.append(CLASSES).append("\\.").append(quote(name));
    }
    pattern.append(CLASSES);
    if (part.attributes().isEmpty()) {
      return pattern.append("(?::").append(ATTRIBUTES).append(")?").toString();
    }
    pattern.append(':');
    part.attributes()
        .forEach(
            (name, value) ->
                pattern
                    .append(ATTRIBUTES)
                    .append(quote(name))
                    .append("=\"")
                    .append(quote(escaped(value)))
                    .append('"'));
    return pattern.append(ATTRIBUTES).toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** The text as a pattern that only it fits. */
  private static String quote(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\^$.|?*+()[]{}".indexOf(c) >= 0) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.toString();
  }
}
