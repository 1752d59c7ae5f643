package dev.facet.plan.hogql.tuple;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A tuple or a list of tuples.
 *
 * @param raw a tuple as a JSON text, a list of tuples as a list of such texts
 * @param written the values of a tuple that was written out, none of any other
 */
public record Tupled(Expression raw, TupleType type, List<Expression> written) {
  public Tupled {
    written = List.copyOf(written);
  }

  /** One that is only known as what is kept of it. */
  public Tupled(Expression raw, TupleType type) {
    this(raw, type, List.of());
  }

  /**
   * What stands at a place of a tuple.
   *
   * @param value the value; what shows a tuple or a list of tuples
   * @param tupled that tuple or list; null when a value stands there
   * @param isNull whether it is NULL as it was written
   */
  public record Item(Expression value, @Nullable Tupled tupled, boolean isNull) {
    private TupleType type() {
      if (tupled != null) {
        return tupled.type();
      }
      return isNull ? new TupleType.Nothing() : new TupleType.Value(value.type());
    }
  }

  /** A tuple of these items. */
  public static Tupled of(List<Item> items, Supplier<String> names) {
    TupleJson json = new TupleJson(names);
    List<Expression> texts = new ArrayList<>();
    for (Item item : items) {
      texts.add(item.tupled() == null ? json.of(item.value()) : item.tupled().text());
    }
    return new Tupled(
        TupleJson.listed(texts),
        new TupleType.Tuple(items.stream().map(Item::type).toList()),
        items.stream().map(Item::value).toList());
  }

  /** A list of tuples, or of lists of them, of this type. */
  public static Tupled listOf(Expression raw, TupleType type) {
    return new Tupled(raw, new TupleType.Many(type));
  }

  /** As one JSON text, to be an element of a list or go through an aggregate. */
  public Expression text() {
    return type instanceof TupleType.Many ? TupleJson.joined(raw) : raw;
  }

  /** How many items a tuple has; 0 of a list. */
  public int size() {
    return type instanceof TupleType.Tuple(List<TupleType> items) ? items.size() : 0;
  }

  /** The tuple, or list of tuples, at a place of a tuple, from 1; empty when a value is there. */
  public Optional<Tupled> inner(int place, Supplier<String> names) {
    Expression json = call(Function.JSON_ELEMENT, raw, Expression.integer(place));
    return switch (item(place)) {
      case TupleType.Nothing _, TupleType.Value _ -> Optional.empty();
      case TupleType.Tuple tuple -> Optional.of(read(json, tuple, names));
      case TupleType.Many many -> Optional.of(read(json, many, names));
    };
  }

  /** The value at a place of a tuple, from 1, where no tuple stands. */
  public Expression value(int place, Supplier<String> names) {
    if (!written.isEmpty()) {
      return written.get(place - 1);
    }
    Type of = item(place) instanceof TupleType.Value(Type type) ? type : Type.TEXT;
    Expression json = call(Function.JSON_ELEMENT, raw, Expression.integer(place));
    return new TupleJson(names).read(json, of);
  }

  private TupleType item(int place) {
    if (!(type instanceof TupleType.Tuple(List<TupleType> items))) {
      throw new IllegalStateException("A list of tuples has no items");
    }
    return items.get(place - 1);
  }

  /** The same type of something else that was made of it. */
  public Tupled with(Expression other) {
    return new Tupled(other, type);
  }

  /** What an element of this list is, whose {@link #text} this expression gives. */
  public Tupled element(Expression one, Supplier<String> names) {
    return type instanceof TupleType.Many(TupleType element) ? read(one, element, names) : this;
  }

  /** What something of this type is, whose {@link #text} this expression gives. */
  public Tupled same(Expression one, Supplier<String> names) {
    return read(one, type, names);
  }

  private static Tupled read(Expression text, TupleType type, Supplier<String> names) {
    boolean isList = type instanceof TupleType.Many;
    return new Tupled(isList ? new TupleJson(names).elements(text) : text, type);
  }

  /**
   * As a plain list, times and dates as texts.
   *
   * @param told a time or date as it is told
   */
  public Expression shown(UnaryOperator<Expression> told, Supplier<String> names) {
    TupleJson json = new TupleJson(names);
    return call(Function.JSON_LIST, new Telling(told, json).json(raw, type));
  }

  /** Makes the JSON that is shown of the JSON that is kept. */
  private record Telling(UnaryOperator<Expression> told, TupleJson json) {

    Expression json(Expression raw, TupleType type) {
      return switch (type) {
        case TupleType.Nothing() -> raw;
        case TupleType.Value(Type of) when !type.hasMoments() -> raw;
        case TupleType.Value(Type of) -> call(Function.JSON_OF, told.apply(json.read(raw, of)));
        case TupleType.Tuple(List<TupleType> items) -> tuple(raw, items, type.hasMoments());
        case TupleType.Many(TupleType element) ->
            TupleJson.joined(
                type.hasMoments() ? json.mapped(raw, one -> inside(one, element)) : raw);
      };
    }

    /** A list in a tuple or a list is kept as one text. */
    private Expression inside(Expression one, TupleType type) {
      return json(type instanceof TupleType.Many ? json.elements(one) : one, type);
    }

    private Expression tuple(Expression raw, List<TupleType> items, boolean hasMoments) {
      if (!hasMoments) {
        return raw;
      }
      List<Expression> texts = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        Expression one = call(Function.JSON_ELEMENT, raw, Expression.integer(i + 1));
        texts.add(inside(one, items.get(i)));
      }
      return TupleJson.listed(texts);
    }
  }
}
