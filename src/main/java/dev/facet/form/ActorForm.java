package dev.facet.form;

import dev.facet.model.FailureException;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.Source;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expressions that say what is followed through a funnel: a property, or the person. */
final class ActorForm {
  private static final Pattern PROPERTY =
      Pattern.compile("(person\\.)?properties(?:\\.([\\w$-]+)|\\.`([^`]+)`|\\[\\s*'([^']+)'\\s*])");

  private ActorForm() {}

  /** The value that an expression reads of each event; null for the event's person. */
  static @Nullable PropertyRef read(String text, String path) {
    String expression = text.strip();
    Matcher property = PROPERTY.matcher(expression);
    if (property.matches()) {
      Source source = property.group(1) == null ? Source.EVENT : Source.PERSON;
      return new PropertyRef(source, key(property));
    }
    return switch (expression) {
      case "person_id", "person.id" -> null;
      case "distinct_id", "$session_id" -> new PropertyRef(Source.METADATA, expression);
      default ->
          throw FailureException.invalid(
              "unknown_actor",
              path,
              "\""
                  + text
                  + "\" names nothing to follow: give person_id, distinct_id or a property like"
                  + " properties.$session_id.");
    };
  }

  private static String key(Matcher property) {
    for (int group = 2; group < 4; group++) {
      if (property.group(group) != null) {
        return property.group(group);
      }
    }
    return property.group(4);
  }
}
