package dev.facet.query.otql;

import dev.facet.query.Syntax.Place;
import java.util.List;

/** A value as it was written. */
public sealed interface Literal {
  Place place();

  record Text(String text, Place place) implements Literal {}

  /**
   * @param value a Long, or a Double when it is not whole
   */
  record Number(java.lang.Number value, Place place) implements Literal {}

  record Bool(boolean value, Place place) implements Literal {}

  /** What the query brings beside its text under this name. */
  record Parameter(String name, Place place) implements Literal {}

  record Many(List<Literal> values, Place place) implements Literal {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** Named values, such as the ends of a range. */
  record Named(List<Directive.Argument> arguments, Place place) implements Literal {
    public Named {
      arguments = List.copyOf(arguments);
    }
  }
}
