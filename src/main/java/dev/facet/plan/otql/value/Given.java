package dev.facet.plan.otql.value;

import dev.facet.model.Values;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values as they are meant: parameters replaced by what the query brings for them.
 *
 * @param areAny whether parameters without a value are as good as any
 */
public record Given(Map<String, Object> parameters, boolean areAny) {
  /** A value that fits wherever one does. */
  private static final Object ANY = 0L;

  /** A text, number or boolean. */
  public Literal single(Literal literal) {
    Literal value = value(literal);
    if (value instanceof Literal.Many || value instanceof Literal.Named) {
      throw Mistake.parsing(literal.place(), "one value is expected here; lists stand after IN.");
    }
    return value;
  }

  /** The values of a list; one alone is a list of it. */
  public List<Literal> several(Literal literal) {
    return switch (value(literal)) {
      case Literal.Many many -> many.values().stream().map(this::single).toList();
      case Literal one when literal instanceof Literal.Parameter -> List.of(one);
      case Literal _ ->
          throw Mistake.parsing(
              literal.place(), "IN takes a list such as [\"a\", \"b\"], or a parameter.");
    };
  }

  private Literal value(Literal literal) {
    if (!(literal instanceof Literal.Parameter parameter)) {
      return literal;
    }
    @Nullable Object value = parameters.get(parameter.name());
    if (value == null && areAny) {
      return of(ANY, parameter);
    }
    if (value == null) {
      throw Mistake.parsing(
          parameter.place(), "the parameter $" + parameter.name() + " has no value.");
    }
    return of(value, parameter);
  }

  private static Literal of(Object value, Literal.Parameter parameter) {
    return switch (value) {
      case List<?> list ->
          new Literal.Many(
              list.stream().map(one -> of((Object) one, parameter)).toList(), parameter.place());
      case Boolean flag -> new Literal.Bool(flag, parameter.place());
      case Number number -> new Literal.Number(canonical(number), parameter.place());
      default -> new Literal.Text(value.toString(), parameter.place());
    };
  }

  private static Number canonical(Number number) {
    return Values.canonical(number) instanceof Number same ? same : number;
  }

  /** A value as text. */
  public static String text(Literal literal) {
    return switch (literal) {
      case Literal.Text text -> text.text();
      case Literal.Number number -> number.value().toString();
      case Literal.Bool flag -> String.valueOf(flag.value());
      case Literal.Parameter _, Literal.Many _, Literal.Named _ ->
          throw new IllegalStateException("No single value: " + literal);
    };
  }

  /** The number that a value is; empty for texts too. */
  public static Optional<Double> number(Literal literal) {
    return literal instanceof Literal.Number number
        ? Optional.of(number.value().doubleValue())
        : Optional.empty();
  }
}
