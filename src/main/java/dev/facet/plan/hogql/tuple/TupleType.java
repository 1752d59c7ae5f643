package dev.facet.plan.hogql.tuple;

import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a tuple, a list of tuples, or something inside one is. */
public sealed interface TupleType {

  /** NULL as it was written, which fits every type. */
  record Nothing() implements TupleType {}

  /** A value of its own. */
  record Value(Type type) implements TupleType {}

  /** A tuple. */
  record Tuple(List<TupleType> items) implements TupleType {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /** A list of tuples, or of lists of them. */
  record Many(TupleType element) implements TupleType {}

  /** Whether times or dates are in it, which are shown otherwise than they are kept. */
  default boolean hasMoments() {
    return switch (this) {
      case Nothing() -> false;
      case Value(Type type) -> type == Type.TIME || type == Type.DATE;
      case Tuple(List<TupleType> items) -> items.stream().anyMatch(TupleType::hasMoments);
      case Many(TupleType element) -> element.hasMoments();
    };
  }

  /** What both are, whole numbers among numbers being numbers; empty when they differ. */
  static Optional<TupleType> common(TupleType one, TupleType other) {
    if (one.equals(other) || other instanceof Nothing) {
      return Optional.of(one);
    }
    return switch (one) {
      case Nothing() -> Optional.of(other);
      case Value(Type type) ->
          other instanceof Value(Type second) && type.isNumeric() && second.isNumeric()
              ? Optional.of(new Value(Type.NUMBER))
              : Optional.empty();
      case Tuple(List<TupleType> items) ->
          other instanceof Tuple(List<TupleType> others) ? common(items, others) : Optional.empty();
      case Many(TupleType element) ->
          other instanceof Many(TupleType second)
              ? common(element, second).map(Many::new)
              : Optional.empty();
    };
  }

  private static Optional<TupleType> common(List<TupleType> items, List<TupleType> others) {
    List<TupleType> both = new ArrayList<>();
    for (int i = 0; i < Math.min(items.size(), others.size()); i++) {
      common(items.get(i), others.get(i)).ifPresent(both::add);
    }
    boolean fit = both.size() == items.size() && both.size() == others.size();
    return fit ? Optional.of(new Tuple(both)) : Optional.empty();
  }
}
