package dev.facet.query.otql;

import dev.facet.query.Syntax.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what to do with a field or link.
 *
 * @param name in lower case, without its {@code @}
 * @param clause the condition that the text of an argument {@code clause} is; null without one
 * @param place of the {@code @}
 */
public record Directive(
    String name, List<Argument> arguments, @Nullable Condition clause, Place place) {

  public Directive {
    name = name.toLowerCase(Locale.ROOT);
    arguments = List.copyOf(arguments);
  }

  /** A named value. */
  public record Argument(Name name, Literal value) {}

  /** The argument of this name. */
  public Optional<Literal> argument(String argument) {
    return arguments.stream()
        .filter(one -> one.name().text().equals(argument))
        .map(Argument::value)
        .findFirst();
  }
}
