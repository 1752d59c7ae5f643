package dev.facet.plan.otql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Times;
import dev.facet.plan.otql.value.Values;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number over the values of a field. */
enum Metric {
  COUNT,
  MIN,
  MAX,
  AVG,
  SUM,
  CARDINALITY;

  /** The directives that tell one or several of them. */
  static final List<String> KNOWN = List.of("min", "max", "avg", "sum", "cardinality", "stats");

  static List<Metric> of(String directive) {
    return switch (directive) {
      case "min" -> List.of(MIN);
      case "max" -> List.of(MAX);
      case "avg" -> List.of(AVG);
      case "sum" -> List.of(SUM);
      case "cardinality" -> List.of(CARDINALITY);
      case "stats" -> List.of(COUNT, MIN, MAX, AVG, SUM);
      default -> List.of();
    };
  }

  /** Its name in results. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is of no objects. */
  @Nullable Object ofNothing() {
    return switch (this) {
      case COUNT, SUM, CARDINALITY -> 0L;
      case MIN, MAX, AVG -> null;
    };
  }

  /** What is summed up of the rows, in columns whose names begin with {@code prefix}. */
  List<Aggregation> sums(FieldValue field, String prefix) {
    return switch (this) {
      case COUNT -> List.of(counted(field, prefix + "_count"));
      case MIN -> List.of(one(prefix, Kind.MIN, of(field, Function.LIST_MIN)));
      case MAX -> List.of(one(prefix, Kind.MAX, of(field, Function.LIST_MAX)));
      case SUM -> List.of(one(prefix, Kind.SUM, of(field, Function.LIST_SUM)));
      case AVG ->
          List.of(
              one(prefix, Kind.SUM, of(field, Function.LIST_SUM)),
              counted(field, prefix + "_count"));
      case CARDINALITY -> List.of(one(prefix, Kind.COUNT_DISTINCT, field.text()));
    };
  }

  private static Aggregation one(String name, Kind kind, Expression value) {
    return new Aggregation(name, kind, value);
  }

  /** The number of a row; of several what the function makes of them. */
  private static Expression of(FieldValue field, Function ofSeveral) {
    return field.mayBeList()
        ? Times.choose(isList(field), call(ofSeveral, Values.numbers(field.text())), field.number())
        : field.number();
  }

  private static Expression isList(FieldValue field) {
    return call(
        Function.AND,
        call(Function.COALESCE, Values.isNested(field.text()), Expression.bool(false)),
        Values.isOf("list", field.text()));
  }

  private static Aggregation counted(FieldValue field, String name) {
    if (!field.mayBeList()) {
      return one(name, Kind.COUNT, field.number());
    }
    Expression alone =
        Times.choose(
            call(Function.IS_NULL, field.number()), Expression.integer(0), Expression.integer(1));
    Expression several = Values.howMany(Values.numbers(field.text()));
    return one(name, Kind.SUM, Times.choose(isList(field), several, alone));
  }

  /** The number out of the sums. */
  Expression value(Plan sums, String prefix) {
    return switch (this) {
      case COUNT -> call(Function.TO_NUMBER, orZero(sums.column(prefix + "_count")));
      case CARDINALITY -> call(Function.TO_NUMBER, sums.column(prefix));
      case MIN, MAX -> sums.column(prefix);
      case SUM -> call(Function.COALESCE, sums.column(prefix), Expression.number(0));
      case AVG -> call(Function.DIVIDE, sums.column(prefix), number(sums, prefix + "_count"));
    };
  }

  private static Expression number(Plan sums, String column) {
    return call(Function.TO_NUMBER, orZero(sums.column(column)));
  }

  private static Expression orZero(Expression count) {
    return call(Function.COALESCE, count, new Expression.Literal(0L, Type.INTEGER));
  }
}
