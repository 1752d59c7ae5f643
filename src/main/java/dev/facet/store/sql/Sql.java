package dev.facet.store.sql;

import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL and the values of its placeholders, in the order of both. */
public record Sql(String text, List<Parameter> parameters) {

  public Sql {
    parameters = List.copyOf(parameters);
  }

  /** A value for one placeholder. */
  public sealed interface Parameter {
    Type type();

    /** One value. */
    record One(@Nullable Object value, Type type) implements Parameter {}

    /** Many values of a type, bound as one array. */
    record Many(List<@Nullable Object> values, Type type) implements Parameter {}
  }

  /** Text without values. */
  public static Sql of(String text) {
    return new Sql(text, List.of());
  }

  /** Text with its one placeholder's value. */
  public static Sql of(String text, Parameter parameter) {
    return new Sql(text, List.of(parameter));
  }

  /**
   * The template with {@code @0}, {@code @1}, … replaced by the parts; each may occur any number of
   * times, {@code @!0} like {@code @0}; {@code @,} is all of them with commas. A template holds no
   * other {@code @} and no placeholder of its own.
   */
  public static Sql fill(String template, Sql... parts) {
    StringBuilder text = new StringBuilder();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '@') {
        i += template.charAt(i + 1) == '!' ? 2 : 1;
        Sql part =
            template.charAt(i) == ','
                ? join(", ", List.of(parts))
                : parts[template.charAt(i) - '0'];
        text.append(part.text());
        parameters.addAll(part.parameters());
      } else {
        text.append(c);
      }
    }
    return new Sql(text.toString(), parameters);
  }

  /** The parts with {@code separator} between them. */
  public static Sql join(String separator, List<Sql> parts) {
    List<Parameter> parameters = new ArrayList<>();
    parts.forEach(part -> parameters.addAll(part.parameters()));
    return new Sql(String.join(separator, parts.stream().map(Sql::text).toList()), parameters);
  }

  /** This, then {@code next}. */
  public Sql then(Sql next) {
    return join("", List.of(this, next));
  }

  /** This, then text. */
  public Sql then(String next) {
    return new Sql(text + next, parameters);
  }

  /** Whether the template, or what it calls, uses the part of this number more than once. */
  static boolean repeats(String template, int part) {
    return template.contains("@!" + part) || template.split("@" + part, -1).length > 2;
  }

  /** This in parentheses. */
  Sql wrapped() {
    return new Sql("(" + text + ")", parameters);
  }

  /** This without the parentheses around all of it, if there are any. */
  Sql unwrapped() {
    boolean wrapped = text.startsWith("(") && text.endsWith(")");
    int depth = 0;
    for (int i = 0; wrapped && i < text.length() - 1; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      wrapped = depth > 0;
    }
    return wrapped ? new Sql(text.substring(1, text.length() - 1), parameters) : this;
  }

  /** Every line moved to the right. */
  Sql indented() {
    return new Sql("  " + text.replace("\n", "\n  "), parameters);
  }
}
