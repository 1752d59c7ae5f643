package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Each.Kind;
import dev.facet.plan.Function;
import dev.facet.plan.hogql.tuple.Keyed;
import dev.facet.plan.hogql.tuple.TupleType;
import dev.facet.plan.hogql.tuple.Tupled;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Expressions that are tuples or lists of tuples: written out, a column or an element that holds
 * such, or made of such by a function that keeps them.
 */
record Tuples(Terms terms) {

  /** The tuple, or list of tuples, that an expression is; empty when it is anything else. */
  Optional<Tupled> find(Syntax syntax) {
    return terms.tupled(syntax, () -> found(syntax));
  }

  private Optional<Tupled> found(Syntax syntax) {
    return switch (syntax) {
      case Syntax.TupleOf(List<Syntax> items, Syntax.Place _) ->
          items.isEmpty()
              ? Optional.empty()
              : Optional.of(Tupled.of(items.stream().map(this::item).toList(), names()));
      case Syntax.ListOf list -> listed(list);
      case Name name when isInside(name) -> inner(parent(name), place(name.parts().getLast()));
      case Name name -> named(name);
      case Call call -> called(call);
      case Syntax.Index(Syntax object, Syntax index, Syntax.Place at) ->
          find(object).map(list -> list.element(element(list, terms.of(index), at), names()));
      case Syntax.Member(Syntax object, String name, Syntax.Place _) ->
          isPlace(name) ? inner(object, place(name)) : Optional.empty();
      case Syntax.Constant _,
          Syntax.Lambda _,
          Syntax.Star _,
          Syntax.Subquery _,
          Syntax.Placeholder _,
          Syntax.Cast _ ->
          Optional.empty();
    };
  }

  private Expression element(Tupled list, Expression index, Syntax.Place place) {
    return Library.scalar("arrayElement", List.of(list.raw(), index), place, scope());
  }

  private Tupled.Item item(Syntax syntax) {
    Expression value = terms.of(syntax);
    return new Tupled.Item(value, find(syntax).orElse(null), Coercion.isNull(value));
  }

  /** Lists of tuples that differ in their types are lists of anything. */
  private Optional<Tupled> listed(Syntax.ListOf list) {
    List<Tupled> items = list.items().stream().flatMap(item -> find(item).stream()).toList();
    if (items.isEmpty() || items.size() < list.items().size()) {
      return Optional.empty();
    }
    List<Expression> texts = items.stream().map(Tupled::text).toList();
    return common(items)
        .map(type -> Tupled.listOf(Library.list(texts, list.place(), scope()), type));
  }

  /** What they all are; empty when they differ. */
  static Optional<TupleType> common(List<Tupled> tuples) {
    Optional<TupleType> type = Optional.of(tuples.getFirst().type());
    for (Tupled one : tuples) {
      type = type.flatMap(known -> TupleType.common(known, one.type()));
    }
    return type;
  }

  /** What a name stands for: an element of a list, a column of one's own or of a table. */
  private Optional<Tupled> named(Name name) {
    String first = name.parts().getFirst();
    if (name.parts().size() > 1) {
      return scope().tupled(name.parts());
    }
    Terms.Variable variable = terms.variable(first);
    if (variable != null) {
      return Optional.ofNullable(variable.tupled());
    }
    Tuples own = new Tuples(new Terms(scope()));
    Optional<Optional<Tupled>> said = scope().within(first, own::find);
    return said.orElseGet(() -> scope().tupled(name.parts()));
  }

  private Optional<Tupled> called(Call call) {
    if (call.arguments().isEmpty()) {
      return Optional.empty();
    }
    if (Aggregates.isAggregate(call.function())) {
      return Aggregates.takesTuples(call) ? aggregated(call) : Optional.empty();
    }
    Syntax first = call.arguments().getFirst();
    boolean isLambda = first instanceof Syntax.Lambda;
    return switch (call.function().toLowerCase(Locale.ROOT)) {
      case "arraymap" -> isLambda ? new Lambdas(terms).tupled(call) : Optional.empty();
      case "arrayzip" -> Optional.of(zipped(call));
      case "arraysort", "arrayreversesort" ->
          isLambda
              ? listed(call, 1).map(list -> list.with(computed(call)))
              : find(first).map(list -> list.with(ordered(call, list)));
      case "arrayfilter" -> listed(call, 1).map(list -> list.with(computed(call)));
      case "arrayreverse", "arraydistinct", "arrayslice", "arraypopfront", "arraypopback" ->
          find(first).map(list -> list.with(computed(call)));
      case "arrayconcat", "arrayintersect" -> joined(call, call.arguments());
      case "arraypushback", "arraypushfront" -> pushed(call);
      case "arrayfirst" -> listed(call, 1).map(list -> list.element(computed(call), names()));
      case "arrayelement", "arrayjoin" ->
          find(first).map(list -> list.element(computed(call), names()));
      case "if", "multiif", "coalesce", "ifnull" -> joined(call, Calls.results(call));
      case "tupleelement" -> inner(first, placed(call));
      case "summap", "summapif" -> Optional.of(keyed(call, Function.LIST_SUM));
      case "minmap", "minmapif" -> Optional.of(keyed(call, Function.LIST_MIN));
      case "maxmap", "maxmapif" -> Optional.of(keyed(call, Function.LIST_MAX));
      default -> Optional.empty();
    };
  }

  private Optional<Tupled> listed(Call call, int place) {
    return place < call.arguments().size() ? find(call.arguments().get(place)) : Optional.empty();
  }

  private Expression computed(Call call) {
    return new Calls(terms).of(call);
  }

  private Optional<Tupled> aggregated(Call call) {
    Optional<Tupled> of = find(call.arguments().getFirst());
    if (of.isEmpty()) {
      return of;
    }
    Expression text = computed(call);
    return Optional.of(
        text.type() == Type.TEXTS
            ? Tupled.listOf(text, of.get().type())
            : of.get().same(text, names()));
  }

  /** Several that are one in the end. */
  private Optional<Tupled> joined(Call call, List<Syntax> parts) {
    List<Tupled> tuples = parts.stream().flatMap(part -> find(part).stream()).toList();
    if (tuples.isEmpty()) {
      return Optional.empty();
    }
    long others = parts.stream().filter(part -> !isNull(part)).count();
    TupleType type =
        common(tuples).filter(known -> tuples.size() == others).orElseThrow(() -> differ(call));
    return Optional.of(new Tupled(computed(call), type));
  }

  private static boolean isNull(Syntax syntax) {
    return syntax instanceof Syntax.Constant constant && constant.value() == null;
  }

  private RuntimeException differ(Call call) {
    return scope().mistakes().type(call.place(), call.function() + " takes tuples of equal types.");
  }

  private Optional<Tupled> pushed(Call call) {
    List<Tupled> both = call.arguments().stream().flatMap(part -> find(part).stream()).toList();
    if (both.isEmpty()) {
      return Optional.empty();
    }
    boolean isFirst = call.function().equalsIgnoreCase("arrayPushFront");
    Tupled list = isFirst ? both.getLast() : both.getFirst();
    Tupled one = isFirst ? both.getFirst() : both.getLast();
    if (both.size() != 2 || !(list.type() instanceof TupleType.Many(TupleType element))) {
      throw differ(call);
    }
    TupleType type = TupleType.common(element, one.type()).orElseThrow(() -> differ(call));
    return Optional.of(Tupled.listOf(computed(call), type));
  }

  /** By the first value, then the second, and so on: the last one first, as ties stay in order. */
  private Expression ordered(Call call, Tupled list) {
    Kind kind = call.function().equalsIgnoreCase("arraySort") ? Kind.SORT : Kind.SORT_DESCENDING;
    Expression sorted = list.raw();
    Expression.Variable one = new Expression.Variable(names().get(), Type.TEXT);
    Tupled tuple = list.element(one, names());
    for (int place = tuple.size(); place >= 1; place--) {
      Expression key = tuple.inner(place, names()).map(Tupled::text).orElse(null);
      Expression by = key == null ? tuple.value(place, names()) : key;
      sorted = new Each(kind, List.of(one), List.of(sorted), by);
    }
    return sorted;
  }

  /** {@code sumMap(keys, values)}: over all rows one value for each key. */
  private Tupled keyed(Call call, Function fold) {
    boolean isIf = call.function().toLowerCase(Locale.ROOT).endsWith("if");
    List<Syntax> lists = call.arguments().subList(0, call.arguments().size() - (isIf ? 1 : 0));
    List<Type> elements =
        lists.stream()
            .map(list -> terms.of(list).type().element())
            .filter(Objects::nonNull)
            .toList();
    if (lists.size() != 2 || elements.size() != 2 || !elements.getLast().isNumeric()) {
      throw scope()
          .mistakes()
          .type(
              call.place(),
              "%s takes a list of keys and a list of numbers: %s(['a', 'b'], [1, 2]%s)."
                  .formatted(call.function(), call.function(), isIf ? ", condition" : ""));
    }
    List<Syntax> arguments = new ArrayList<>();
    arguments.add(new Call("arrayZip", lists, call.place()));
    if (isIf) {
      arguments.add(call.arguments().getLast());
    }
    Call rows = new Call(isIf ? "groupArrayIf" : "groupArray", arguments, call.place());
    return Keyed.of(find(rows).orElseThrow(), fold, names());
  }

  private Tupled zipped(Call call) {
    List<Syntax> lists = call.arguments();
    List<Expression.Variable> variables = new ArrayList<>();
    List<Expression> walked = new ArrayList<>();
    List<Tupled.Item> items = new ArrayList<>();
    for (Syntax list : lists) {
      Expression raw = raw(list);
      Type element = raw.type().element();
      if (element == null) {
        throw scope()
            .mistakes()
            .type(call.place(), "arrayZip takes lists, not %s.".formatted(Coercion.name(raw)));
      }
      Expression.Variable variable = new Expression.Variable(names().get(), element);
      Tupled inner = find(list).map(known -> known.element(variable, names())).orElse(null);
      variables.add(variable);
      walked.add(raw);
      items.add(new Tupled.Item(variable, inner, false));
    }
    Tupled tuple = Tupled.of(items, names());
    return Tupled.listOf(new Each(Kind.MAP, variables, walked, tuple.raw()), tuple.type());
  }

  /** What goes on through the statement: of tuples what is kept of them, else the value. */
  Expression raw(Syntax syntax) {
    return find(syntax).map(Tupled::raw).orElseGet(() -> terms.of(syntax));
  }

  /** What is kept of a list of tuples, else the value. */
  Expression list(Syntax syntax) {
    return find(syntax)
        .filter(tupled -> tupled.size() == 0)
        .map(Tupled::raw)
        .orElseGet(() -> terms.of(syntax));
  }

  List<Expression> raws(List<Syntax> all) {
    return all.stream().map(this::raw).toList();
  }

  /** The tuple as a plain list. */
  Expression shown(Tupled tupled) {
    return tupled.shown(time -> Library.scalar("toString", List.of(time), scope()), names());
  }

  /** What {@code tuple.1} and {@code tupleElement} give; empty when there is no such place. */
  Optional<Expression> element(Syntax object, int place) {
    return find(object)
        .filter(tuple -> place >= 1 && place <= tuple.size())
        .map(
            tuple ->
                tuple
                    .inner(place, names())
                    .map(this::shown)
                    .orElseGet(() -> tuple.value(place, names())));
  }

  /** What a name ending in a place gives, when what stands before is a tuple. */
  Optional<Expression> member(Name name) {
    return isInside(name) ? member(parent(name), name.parts().getLast()) : Optional.empty();
  }

  /** What a place after a dot gives, when what stands before it is a tuple. */
  Optional<Expression> member(Syntax object, String place) {
    if (!isPlace(place)) {
      return Optional.empty();
    }
    int size = find(object).map(Tupled::size).orElse(0);
    if (size > 0 && place(place) > size) {
      throw scope()
          .mistakes()
          .type(object.place(), "there is no place %s in a tuple of %d.".formatted(place, size));
    }
    return element(object, place(place));
  }

  private Optional<Tupled> inner(Syntax object, int place) {
    return find(object)
        .filter(tuple -> place >= 1 && place <= tuple.size())
        .flatMap(tuple -> tuple.inner(place, names()));
  }

  /** The values of a tuple one by one; of anything else the value itself. */
  List<Expression> values(Syntax syntax) {
    if (syntax instanceof Syntax.TupleOf tuple) {
      return terms.all(tuple.items());
    }
    Optional<Tupled> tupled = find(syntax).filter(tuple -> tuple.size() > 0);
    List<Expression> values = new ArrayList<>();
    for (int i = 1; i <= tupled.map(Tupled::size).orElse(0); i++) {
      values.add(element(syntax, i).orElseThrow());
    }
    return values.isEmpty() ? List.of(terms.of(syntax)) : values;
  }

  private static int placed(Call call) {
    return call.arguments().getLast() instanceof Syntax.Constant(Object value, Syntax.Place _)
            && isPlace(String.valueOf(value))
        ? place(String.valueOf(value))
        : 0;
  }

  private static boolean isInside(Name name) {
    return name.parts().size() > 1 && isPlace(name.parts().getLast());
  }

  private static Name parent(Name name) {
    return new Name(name.parts().subList(0, name.parts().size() - 1), name.place());
  }

  private static boolean isPlace(String name) {
    return name.matches("[1-9][0-9]{0,2}");
  }

  private static int place(String name) {
    return Integer.parseInt(name);
  }

  private Supplier<String> names() {
    return () -> scope().asked().fresh("l");
  }

  private Scope scope() {
    return terms.scope();
  }
}
