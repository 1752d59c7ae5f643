package dev.facet.plan.otql.object;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.otql.value.Comparing;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Times;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as expressions of the rows of a type, null being as good as false. What they read of
 * linked objects is joined to the rows as they are gone through: take {@link #rows} afterwards.
 */
public final class Truth {
  private static final Expression NO = Expression.number(0);
  private static final Expression YES = Expression.number(1);
  private static final String SCORE = "score";

  private final Asking asking;
  private final ObjectType type;
  private Plan rows;
  private int joins;

  public Truth(Asking asking, ObjectType type, Plan rows) {
    this.asking = asking;
    this.type = type;
    this.rows = rows;
  }

  public Plan rows() {
    return rows;
  }

  public Expression of(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> of(Function.AND, parts);
      case Condition.Any(List<Condition> parts) -> of(Function.OR, parts);
      case Condition.Not(Condition inner) ->
          call(Function.NOT, call(Function.COALESCE, of(inner), Expression.bool(false)));
      case Condition.Linked linked -> linked(linked);
      case Condition.Scored scored -> call(Function.LESS, NO, field(scored));
      case Condition.Call called -> called(called);
      case Condition.Compare compared ->
          comparing(compared.field())
              .compared(compared.operator(), asking.given().single(compared.value()));
      case Condition.In in -> comparing(in.field()).in(asking.given().several(in.values()));
    };
  }

  private Expression of(Function function, List<Condition> parts) {
    List<Expression> all = new ArrayList<>();
    parts.forEach(part -> all.add(of(part)));
    return all.size() == 1 ? all.getFirst() : new Expression.Call(function, all);
  }

  private Comparing comparing(Name field) {
    return new Comparing(asking.value(type, field, rows), asking.setting().now());
  }

  private Expression linked(Condition.Linked linked) {
    Score score = Score.of(linked.directives(), asking.given());
    return score.isPlain()
        ? call(Function.NOT, call(Function.IS_NULL, found(linked)))
        : call(Function.LESS, NO, score(linked, score));
  }

  /** A column that is there for objects with a linked one that satisfies the condition. */
  private Expression found(Condition.Linked linked) {
    ObjectLink link = Names.link(type, linked.link());
    Plan others =
        new Narrowing(asking).of(new Used(ObjectTree.target(link)).link(link), linked.condition());
    return beside(link, others, List.of(new Aggregation("found", Aggregation.Kind.COUNT, null)));
  }

  /** Joins sums over linked objects; gives the column of the first sum. */
  private Expression beside(ObjectLink link, Plan others, List<Aggregation> sums) {
    joins++;
    String prefix = "linked_" + joins;
    List<Named> keys =
        link.on().stream()
            .map(column -> new Named(prefix + "_" + column, others.column(column)))
            .toList();
    Plan grouped = new Plan.Aggregate(others, keys, sums);
    String name = prefix + "_sum";
    List<Named> columns = new ArrayList<>();
    keys.forEach(key -> columns.add(new Named(key.name(), grouped.column(key.name()))));
    columns.add(new Named(name, grouped.column(sums.getFirst().name())));
    rows =
        new Join(
            Join.Kind.LEFT,
            rows,
            new Plan.Project(grouped, columns),
            Narrowing.on(link.on(), prefix),
            false);
    return rows.column(name);
  }

  // Scores: 1 for what is satisfied, sums for AND and OR, 0 for everything else

  /** How well an object satisfies a condition: 0 when it does not. */
  private Expression score(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> scoreOfAll(parts);
      case Condition.Any(List<Condition> parts) -> sum(parts.stream().map(this::score).toList());
      case Condition.Linked linked -> {
        Score score = Score.of(linked.directives(), asking.given());
        yield score.isPlain() ? scoreOf(linked(linked)) : score(linked, score);
      }
      case Condition.Scored scored -> field(scored);
      case Condition.Not _, Condition.Call _, Condition.Compare _, Condition.In _ ->
          scoreOf(of(condition));
    };
  }

  private static Expression scoreOf(Expression condition) {
    return Times.choose(call(Function.COALESCE, condition, Expression.bool(false)), YES, NO);
  }

  /** A field whose value is the score takes the place of what the other conditions add up to. */
  private Expression scoreOfAll(List<Condition> parts) {
    List<Expression> scores = new ArrayList<>();
    List<Expression> holds = new ArrayList<>();
    List<Expression> fields = new ArrayList<>();
    for (Condition part : parts) {
      Expression score = score(part);
      (part instanceof Condition.Scored ? fields : scores).add(score);
      holds.add(call(Function.LESS, NO, score));
    }
    return Times.choose(Narrowing.and(holds), sum(fields.isEmpty() ? scores : fields), NO);
  }

  private static Expression sum(List<Expression> scores) {
    Expression sum = scores.getFirst();
    for (Expression score : scores.subList(1, scores.size())) {
      sum = call(Function.ADD, sum, score);
    }
    return sum;
  }

  /** The value of a field as a score. */
  private Expression field(Condition.Scored scored) {
    for (Directive directive : scored.directives()) {
      if (!directive.name().equals("scorefield")) {
        throw Score.unknown(directive, List.of("ScoreField"));
      }
      Score.check(directive, List.of());
    }
    FieldValue value = asking.value(type, scored.field(), rows);
    return call(Function.COALESCE, value.number(), NO);
  }

  private Expression score(Condition.Linked linked, Score score) {
    ObjectLink link = Names.link(type, linked.link());
    ObjectType target = ObjectTree.target(link);
    Used used = new Used(target).link(link).condition(linked.condition());
    @Nullable Name field = score.field();
    if (field != null) {
      used.field(field.text());
    }
    Truth inner = new Truth(asking, target, asking.rows(used));
    Expression own = linked.condition() == null ? YES : inner.score(linked.condition());
    Plan scored = ObjectRows.with(inner.rows(), SCORE, own);
    Plan satisfied = new Plan.Filter(scored, call(Function.LESS, NO, scored.column(SCORE)));
    Expression one =
        field == null ? satisfied.column(SCORE) : asking.value(target, field, satisfied).number();
    Aggregation.Kind kind = Objects.requireNonNullElse(score.sum(), Aggregation.Kind.MAX);
    return score.of(beside(link, satisfied, List.of(new Aggregation("total", kind, one))));
  }

  private Expression called(Condition.Call call) {
    String name = call.function().text().toLowerCase(java.util.Locale.ROOT);
    int arguments =
        switch (name) {
          case "is_defined" -> 0;
          case "match", "starts_with" -> 1;
          default ->
              throw Mistake.parsing(
                  call.function().place(),
                  "there is no function \""
                      + call.function().text()
                      + "\"; there are is_defined, match, starts_with.");
        };
    if (call.values().size() != arguments) {
      throw Mistake.parsing(
          call.function().place(),
          name + " takes a field" + (arguments == 0 ? "" : " and a text") + ", nothing else.");
    }
    Comparing comparing = comparing(call.field());
    if (arguments == 0) {
      return comparing.isDefined();
    }
    Literal text = asking.given().single(call.values().getFirst());
    return name.equals("match") ? comparing.matches(text) : comparing.startsWith(text);
  }
}
