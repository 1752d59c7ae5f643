package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.hogql.table.Schema.Field;
import dev.facet.plan.hogql.tuple.Tupled;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Name;
import dev.facet.query.Syntax.Place;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Expressions of a SELECT, typed, their names resolved in its scope. */
final class Terms {
  private final Scope scope;
  private final Map<String, Variable> variables;
  private final Map<Syntax, Optional<Tupled>> tuples;
  private final Map<Call, Lambdas.Walk> walks = new IdentityHashMap<>();

  /** What a name of a lambda stands for; a tuple where its list has such. */
  record Variable(Expression value, @Nullable Tupled tupled) {}

  Terms(Scope scope) {
    this(scope, Map.of(), scope.said());
  }

  private Terms(
      Scope scope, Map<String, Variable> variables, Map<Syntax, Optional<Tupled>> tuples) {
    this.scope = scope;
    this.variables = variables;
    this.tuples = tuples;
  }

  /** The same inside a lambda. */
  Terms within(Map<String, Variable> more) {
    Map<String, Variable> all = new HashMap<>(variables);
    all.putAll(more);
    return new Terms(scope, all, new IdentityHashMap<>());
  }

  /** The tuple that a text says, made once: what it walks is walked once. */
  Optional<Tupled> tupled(Syntax syntax, Supplier<Optional<Tupled>> made) {
    Optional<Tupled> known = tuples.get(syntax);
    if (known == null) {
      known = made.get();
      tuples.put(syntax, known);
    }
    return known;
  }

  /** The lists that a call walks, walked once. */
  Lambdas.Walk walk(Call call, Supplier<Lambdas.Walk> made) {
    Lambdas.Walk known = walks.get(call);
    if (known == null) {
      known = made.get();
      walks.put(call, known);
    }
    return known;
  }

  @Nullable Variable variable(String name) {
    return variables.get(name);
  }

  Scope scope() {
    return scope;
  }

  List<Expression> all(List<Syntax> all) {
    return all.stream().map(this::of).toList();
  }

  @Nullable Expression conditionOrNull(@Nullable Syntax syntax) {
    return syntax == null ? null : condition(syntax);
  }

  /** An expression that is true or false. */
  Expression condition(Syntax syntax) {
    Expression value = of(syntax);
    Expression condition = Coercion.to(value, Type.BOOLEAN, scope);
    if (condition == null && value.type().isNumeric()) {
      Expression zero = value.type() == Type.INTEGER ? Expression.integer(0) : Expression.number(0);
      return call(Function.NOT, call(Function.EQUAL, value, zero));
    }
    if (condition == null) {
      throw scope
          .mistakes()
          .type(
              syntax.place(),
              "a condition is true or false, not %s.".formatted(Coercion.name(value)));
    }
    return condition;
  }

  Expression of(Syntax syntax) {
    if (syntax instanceof Syntax.TupleOf tuple) {
      return tuple(tuple);
    }
    Tuples kept = new Tuples(this);
    return kept.find(syntax).map(kept::shown).orElseGet(() -> plain(syntax));
  }

  /** What is no tuple and no list of them. */
  private Expression plain(Syntax syntax) {
    return switch (syntax) {
      case Name name -> name(name);
      case Syntax.Constant constant -> constant(constant.value());
      case Call function -> new Calls(this).of(function);
      case Syntax.ListOf list -> list(list);
      case Syntax.Subquery subquery -> Subqueries.value(subquery, scope);
      case Syntax.Placeholder placeholder -> new Placeholders(scope).of(placeholder);
      case Syntax.Cast cast -> Library.cast(of(cast.value()), cast, scope);
      case Syntax.Index index -> index(index);
      case Syntax.Member member -> member(member);
      case Syntax.Lambda lambda ->
          throw refused(lambda.place(), "-> stands only within functions such as arrayMap.");
      case Syntax.TupleOf tuple -> tuple(tuple);
      case Syntax.Star star ->
          throw refused(star.place(), "* stands only in SELECT and in count(*).");
    };
  }

  private RuntimeException refused(Place place, String sentence) {
    return scope.mistakes().refused(place, sentence);
  }

  static Expression constant(@Nullable Object value) {
    return switch (value) {
      case null -> Coercion.missing(Type.TEXT);
      case String text -> Expression.text(text);
      case Long whole -> Expression.integer(whole);
      case Double number -> Expression.number(number);
      case Boolean flag -> Expression.bool(flag);
      default -> throw new IllegalStateException("No constant " + value);
    };
  }

  private Expression list(Syntax.ListOf list) {
    List<Expression> items = all(list.items());
    boolean nested = items.stream().anyMatch(item -> item.type().listOf() == null);
    return Library.list(
        nested ? items : Coercion.alike(items, list.place(), scope), list.place(), scope);
  }

  /** A list where all values have one type, else a plain one. */
  private Expression tuple(Syntax.TupleOf tuple) {
    List<Expression> items = all(tuple.items());
    boolean alike =
        items.stream().map(Expression::type).distinct().count() == 1
            && items.getFirst().type().listOf() != null;
    return alike || items.stream().allMatch(item -> item.type().isNumeric())
        ? Library.list(Coercion.alike(items, tuple.place(), scope), tuple.place(), scope)
        : Library.scalar("tuple", items, tuple.place(), scope);
  }

  private Expression name(Name name) {
    Optional<Expression> element = new Tuples(this).member(name);
    if (element.isPresent()) {
      return element.get();
    }
    String first = name.parts().getFirst();
    Variable variable = variables.get(first);
    if (variable != null) {
      return inside(variable.value(), name.parts(), 1, name.place());
    }
    Optional<Expression> own = scope.alias(first);
    if (own.isPresent()) {
      return inside(own.get(), name.parts(), 1, name.place());
    }
    Field field = scope.field(name.parts(), name.place());
    if (field.value().type() == Type.OBJECT && field.length() < name.parts().size()) {
      return property(
          field.value(), name.parts().subList(field.length(), name.parts().size()), field.owner());
    }
    return inside(field.value(), name.parts(), field.length(), name.place());
  }

  /** What the rest of a dotted name means inside a value. */
  private Expression inside(Expression value, List<String> parts, int from, Place place) {
    if (from == parts.size()) {
      return value;
    }
    List<String> rest = parts.subList(from, parts.size());
    if (value.type() == Type.OBJECT) {
      return property(value, rest, null);
    }
    if (value instanceof Expression.Property) {
      return Library.json(value, rest);
    }
    throw scope.mistakes().unknown("column", rest.getFirst(), List.of(), place);
  }

  /** A property, read as the type it is known to have. */
  private Expression property(Expression object, List<String> path, @Nullable String owner) {
    Expression.Property text = new Expression.Property(object, path.getFirst(), Type.TEXT);
    if (path.size() > 1) {
      return Library.json(text, path.subList(1, path.size()));
    }
    return switch (type(owner, path.getFirst())) {
      case null -> text;
      case STRING -> text;
      case NUMERIC -> Coercion.number(text);
      case BOOLEAN -> Coercion.flag(text);
      case DATE_TIME -> call(Function.TO_TIME, text);
    };
  }

  private @Nullable PropertyType type(@Nullable String owner, String name) {
    if (PropertyTypes.MEASURED.equals(owner)) {
      return PropertyType.NUMERIC;
    }
    PropertyTypes types = scope.asked().setting().definitions().propertyTypes();
    Map<String, PropertyType> own = owner == null ? null : types.byOwner().get(owner);
    return own == null ? null : own.get(name);
  }

  private Expression index(Syntax.Index index) {
    if (index.index() instanceof Syntax.Constant(String key, Place _)
        && index.object() instanceof Name name) {
      Expression found = keyed(name, key);
      if (found != null) {
        return found;
      }
    }
    Expression object = of(index.object());
    if (index.index() instanceof Syntax.Constant(String key, Place _)) {
      return inside(object, List.of(key), 0, index.place());
    }
    return Library.scalar("arrayElement", List.of(object, of(index.index())), index.place(), scope);
  }

  /** {@code properties['a b']}, with the type it is known to have. */
  private @Nullable Expression keyed(Name name, String key) {
    boolean isOwn =
        variables.containsKey(name.parts().getFirst())
            || scope.aliased(name.parts().getFirst()) != null;
    if (isOwn) {
      return null;
    }
    Field field = scope.field(name.parts(), name.place());
    boolean whole = field.length() == name.parts().size() && field.value().type() == Type.OBJECT;
    return whole ? property(field.value(), List.of(key), field.owner()) : null;
  }

  private Expression member(Syntax.Member member) {
    Optional<Expression> element = new Tuples(this).member(member.object(), member.name());
    return element.isPresent()
        ? element.get()
        : inside(of(member.object()), List.of(member.name()), 0, member.place());
  }
}
