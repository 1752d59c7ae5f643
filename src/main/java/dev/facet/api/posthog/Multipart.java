package dev.facet.api.posthog;

import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of several parts, a field in each; RFC 7578. Files are not taken. */
final class Multipart {
  static final String TYPE = "multipart/form-data";
  private static final int MOST_PARTS = 1_000;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");

  private Multipart() {}

  /**
   * The values of each field, in the order they came.
   *
   * @param contentType the header, with the boundary between parts
   * @throws FailureException Invalid, {@code malformed_form}
   */
  static Map<String, List<String>> read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw malformed("there is no boundary in its Content-Type");
    }
    String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    String text = "\r\n" + new String(body, StandardCharsets.UTF_8);
    String[] parts = text.split(Pattern.quote("\r\n--" + mark), MOST_PARTS);
    if (parts.length < 2 || !parts[parts.length - 1].startsWith("--")) {
      throw malformed("its last boundary is missing");
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (int i = 1; i < parts.length - 1; i++) {
      read(parts[i], fields);
    }
    return fields;
  }

  private static void read(String part, Map<String, List<String>> fields) {
    int end = part.indexOf("\r\n\r\n");
    String head = end < 0 ? "" : part.substring(0, end);
    Matcher name = NAME.matcher(head);
    if (!name.find()) {
      throw malformed("a part has no name");
    }
    if (head.contains("filename=")) {
      throw malformed("files are not taken");
    }
    fields.computeIfAbsent(name.group(1), n -> new ArrayList<>()).add(part.substring(end + 4));
  }

  private static FailureException malformed(String why) {
    return FailureException.invalid(
        "malformed_form", null, "The form cannot be read: " + why + ".");
  }
}
