package dev.facet.query.text;

import dev.facet.model.FailureException;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Selected.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CSS selectors over the elements of an event: tags, classes, ids, attributes, {@code :nth-child}
 * and {@code :nth-of-type}, one within the other by a blank or {@code >}.
 */
public final class SelectorText {
  private static final Pattern COMBINATOR = Pattern.compile("\\s*>\\s*|\\s+");
  private static final Pattern TAG = Pattern.compile("\\*|[a-zA-Z][-\\w]*");
  private static final Pattern CLASS = Pattern.compile("\\.([-\\w]+)");
  private static final Pattern ID = Pattern.compile("#([-\\w]+)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\[([-\\w]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\]\"']*))]");
  private static final Pattern NTH = Pattern.compile(":(nth-child|nth-of-type)\\((\\d{1,6})\\)");

  private SelectorText() {}

  /** The selector a text means; one that is not understood is a failure at {@code path}. */
  public static Filter.Selected parse(String text, String path) {
    String rest = text.strip();
    List<Part> parts = new ArrayList<>();
    boolean isChild = false;
    while (!rest.isEmpty()) {
      int length = append(parts, rest, isChild);
      rest = rest.substring(length);
      Matcher matcher = COMBINATOR.matcher(rest);
      boolean more = matcher.lookingAt() && matcher.end() < rest.length();
      if (length == 0 || !rest.isEmpty() && !more) {
        throw invalid(text, path);
      }
      if (more) {
        isChild = matcher.group().contains(">");
        rest = rest.substring(matcher.end());
      }
    }
    if (parts.isEmpty()) {
      throw invalid(text, path);
    }
    return new Filter.Selected(parts);
  }

  /** Reads one part; how long it is. */
  private static int append(List<Part> parts, String text, boolean isChild) {
    Matcher tag = TAG.matcher(text);
    int at = tag.lookingAt() ? tag.end() : 0;
    String name = at == 0 || tag.group().equals("*") ? null : tag.group();
    List<String> classes = new ArrayList<>();
    Map<String, String> attributes = new HashMap<>();
    int length = more(text, at, classes, attributes);
    while (length > 0) {
      at += length;
      length = more(text, at, classes, attributes);
    }
    parts.add(new Part(name, classes, attributes, isChild));
    return at;
  }

  private static int more(
      String text, int at, List<String> classes, Map<String, String> attributes) {
    Matcher type = CLASS.matcher(text).region(at, text.length());
    Matcher id = ID.matcher(text).region(at, text.length());
    Matcher attribute = ATTRIBUTE.matcher(text).region(at, text.length());
    Matcher nth = NTH.matcher(text).region(at, text.length());
    if (type.lookingAt()) {
      classes.add(type.group(1));
      return type.end() - at;
    }
    if (id.lookingAt()) {
      attributes.put("attr_id", id.group(1));
      return id.end() - at;
    }
    if (attribute.lookingAt()) {
      String name = attribute.group(1);
      attributes.put(name.equals("id") ? "attr_id" : "attr__" + name, value(attribute));
      return attribute.end() - at;
    }
    if (nth.lookingAt()) {
      attributes.put(nth.group(1), nth.group(2));
      return nth.end() - at;
    }
    return 0;
  }

  private static String value(Matcher attribute) {
    for (int group = 2; group < 4; group++) {
      if (attribute.group(group) != null) {
        return attribute.group(group);
      }
    }
    return attribute.group(4);
  }

  private static FailureException invalid(String text, String path) {
    return FailureException.invalid(
        "invalid_selector",
        path,
        "\""
            + text
            + "\" is no selector: give tags, .classes, #ids, [attribute=\"value\"], :nth-child(n)"
            + " and :nth-of-type(n), one within the other by a blank or >.");
  }
}
