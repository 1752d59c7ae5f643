package dev.facet.access;

import java.util.Set;

/** Leave to read or to write one kind of object; leave to write includes leave to read. */
public record Permission(String object, boolean writes) {
  /** The kinds of objects that permissions are given for. */
  public static final Set<String> OBJECTS =
      Set.of(
          "action",
          "activity_log",
          "alert",
          "annotation",
          "cohort",
          "dashboard",
          "dashboard_template",
          "event_definition",
          "export",
          "feature_flag",
          "insight",
          "insight_variable",
          "organization",
          "person",
          "project",
          "property_definition",
          "query",
          "sharing_configuration",
          "subscription",
          "user");

  public static Permission toRead(String object) {
    return new Permission(object, false);
  }

  public static Permission toWrite(String object) {
    return new Permission(object, true);
  }

  /** The one that a {@link #word} names. */
  public static Permission of(String word) {
    return new Permission(word.substring(0, word.indexOf(':')), word.endsWith(":write"));
  }

  /** The permission as keys name it: {@code dashboard:write}. */
  public String word() {
    return object + (writes ? ":write" : ":read");
  }

  /** Whether a key may name this as a scope: a known object with an action, or {@code *}. */
  public static boolean isScope(String word) {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return word.equals("*");
    }
    String action = word.substring(colon + 1);
    return OBJECTS.contains(word.substring(0, colon))
        && (action.equals("read") || action.equals("write"));
  }
}
