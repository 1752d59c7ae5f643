package dev.facet.store.duckdb;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.store.sql.Dialect;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DuckDB's SQL. */
record DuckDbDialect(Patterns patterns) implements Dialect {
  /**
   * Reads times; created in the database when it is opened. A time is made of its parts, as
   * DuckDB's own casts take far more than {@link Function#TO_TIME} allows.
   */
  static final String TIME_MACRO =
      """
      CREATE OR REPLACE MACRO to_time(t) AS (
        CASE
          WHEN regexp_full_match(t, '-?[0-9]{1,15}') THEN
            TRY_CAST(t AS BIGINT)
              * CASE WHEN abs(TRY_CAST(t AS BIGINT)) < 100000000000 THEN 1000000 ELSE 1000 END
          WHEN regexp_full_match(t, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-5][0-9]'
            || '(:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?') THEN
            epoch_us(CAST(TRY_CAST(left(t, 10) AS DATE) AS TIMESTAMP))
              + coalesce(TRY_CAST(substr(t, 12, 2) AS BIGINT), 0) * 3600000000
              + coalesce(TRY_CAST(substr(t, 15, 2) AS BIGINT), 0) * 60000000
              + CASE WHEN substr(t, 17, 1) = ':' THEN TRY_CAST(substr(t, 18, 2) AS BIGINT) * 1000000 ELSE 0 END
              + CASE WHEN substr(t, 20, 1) = '.'
                  THEN TRY_CAST(left(regexp_extract(t, '\\.([0-9]+)', 1) || '00000', 6) AS BIGINT) ELSE 0 END
              - CASE WHEN regexp_matches(substr(t, 17), '[+-]')
                  THEN CASE WHEN contains(substr(t, 17), '-') THEN -1 ELSE 1 END
                    * (TRY_CAST(regexp_extract(substr(t, 17), '[+-]([0-9]{2})', 1) AS BIGINT) * 3600000000
                      + TRY_CAST(right(t, 2) AS BIGINT) * 60000000)
                  ELSE 0 END
        END)
      """;

  /** Finds bins; created in the database when it is opened. */
  static final String BIN_MACRO =
      """
      CREATE OR REPLACE MACRO bin_of(x, low, high, n) AS (
        CASE
          WHEN x IS NULL OR low IS NULL OR high IS NULL OR n IS NULL THEN NULL
          WHEN isfinite((high - low) / n) AND (high - low) / n > 0 THEN
            least(n - 1, CAST(floor((x - low) / ((high - low) / n)) AS BIGINT))
          ELSE 0
        END)
      """;

  static String physicalType(Type type) {
    return switch (type) {
      case TEXT, OBJECT, LIST -> "VARCHAR";
      case NUMBER -> "DOUBLE";
      case INTEGER, TIME, DATE -> "BIGINT";
      case BOOLEAN -> "BOOLEAN";
      case TEXTS -> "VARCHAR[]";
      case NUMBERS -> "DOUBLE[]";
      case INTEGERS, TIMES, DATES -> "BIGINT[]";
      case BOOLEANS -> "BOOLEAN[]";
    };
  }

  @Override
  public String placeholder(Type type) {
    return "?::" + physicalType(type);
  }

  @Override
  public String arrayPlaceholder(Type type) {
    return "?::" + physicalType(type) + "[]";
  }

  @Override
  public String unnest() {
    return "unnest(@0)";
  }

  @Override
  public String neverEmpty() {
    return "CASE WHEN len(@0) > 0 THEN @0 ELSE [NULL] END";
  }

  @Override
  public String places(int lists) {
    String lengths =
        IntStream.range(0, lists)
            .mapToObj(i -> "len(@" + i + ")")
            .collect(Collectors.joining(", "));
    return "range(1, greatest(" + lengths + ") + 1)";
  }

  @Override
  public String contains() {
    return "list_contains(@1, @0)";
  }

  @Override
  public String nullOf(Type type) {
    return "NULL::" + physicalType(type);
  }

  @Override
  public String function(Expression.Call call) {
    return DuckDbFunctions.template(call);
  }

  @Override
  public String matches() {
    return "regexp_matches(@0, @1)";
  }

  @Override
  public String matchesAny() {
    return "CASE WHEN @0 IS NOT NULL AND @1 IS NOT NULL"
        + " THEN coalesce(TRY(regexp_matches(@0, @1)),"
        + " TRY(regexp_matches(@0, replace(@1, '(?<', '(?P<'))), FALSE) END";
  }

  @Override
  public Optional<String> pattern(String pattern) {
    return patterns.written(pattern);
  }

  @Override
  public String aggregate(Aggregation aggregation) {
    return switch (aggregation.kind()) {
      case COUNT -> "count(@7@0)@9";
      case COUNT_DISTINCT -> "count(DISTINCT @0)@9";
      case SUM ->
          aggregation.type() == Type.INTEGER ? "TRY_CAST(sum(@7@0)@9 AS BIGINT)" : "fsum(@7@0)@9";
      case AVG ->
          aggregation.arguments().getFirst().type() == Type.INTEGER
              ? "avg(@7@0)@9"
              : "favg(@7@0)@9";
      case MIN -> "min(@0)@9";
      case MAX -> "max(@0)@9";
      case BIT_AND -> "bit_and(@0)@9";
      case BIT_OR -> "bit_or(@0)@9";
      case BIT_XOR -> "bit_xor(@7@0)@9";
      case ARG_MIN -> "(min({'k': @1, 'v': @0})@9).v";
      case ARG_MAX -> "(max({'k': @1, 'v': @0})@9).v";
      case QUANTILE -> "quantile_cont(@7CAST(@0 AS DOUBLE), " + aggregation.level() + ")@9";
      case QUANTILES -> "quantile_cont(@7CAST(@0 AS DOUBLE), " + aggregation.levels() + ")@9";
      case LIST -> list(aggregation);
      case TOP ->
          "coalesce(list_transform(list_slice(list_sort(list_transform("
              + "map_entries(histogram(@0)@9), lambda e: {'n': -CAST(e.value AS BIGINT), 'k': e.key})), 1, "
              + most(aggregation)
              + "), lambda e: e.k), [])";
      case STDDEV_POP -> "stddev_pop(@7@0)@9";
      case STDDEV_SAMP -> "stddev_samp(@7@0)@9";
      case VAR_POP -> "var_pop(@7@0)@9";
      case VAR_SAMP -> "var_samp(@7@0)@9";
      case COVAR_POP -> "covar_pop(@0, @1)@9";
      case COVAR_SAMP -> "covar_samp(@0, @1)@9";
      case CORR -> "nullif(corr(@0, @1)@9, 'NaN'::DOUBLE)";
    };
  }

  private static String list(Aggregation aggregation) {
    String list =
        aggregation.distinct() ? "list_sort(list(DISTINCT @0)@9)" : "list(@0 ORDER BY @8)@9";
    String some =
        aggregation.levels().isEmpty()
            ? list
            : "list_slice(" + list + ", 1, " + most(aggregation) + ")";
    return "coalesce(" + some + ", [])";
  }

  private static long most(Aggregation aggregation) {
    return (long) aggregation.level();
  }

  @Override
  public String each(Expression.Each.Kind kind, boolean several) {
    return switch (kind) {
      case MAP -> "list_transform(@0, lambda @2: @1)";
      case FILTER ->
          several
              ? "list_transform(list_filter(@0, lambda @2: @1), lambda @2: @3)"
              : "list_filter(@0, lambda @2: @1)";
      case EXISTS -> "(len(list_filter(@0, lambda @2: @1)) > 0)";
      case ALL -> "(len(list_filter(@0, lambda @2: (@1) IS NOT TRUE)) = 0)";
      case COUNT -> "len(list_filter(@0, lambda @2: @1))";
      case FIRST ->
          several
              ? "list_transform(list_filter(@0, lambda @2: @1)[:1], lambda @2: @3)[1]"
              : "list_filter(@0, lambda @2: @1)[1]";
      case FIRST_INDEX ->
          "list_transform([@0], lambda l: CASE WHEN l IS NOT NULL THEN CAST(coalesce(list_position("
              + "list_transform(l, lambda @2: coalesce(@1, FALSE)), TRUE), 0) AS BIGINT) END)[1]";
      case SORT ->
          "list_transform(list_sort(list_transform(list_transform(@0,"
              + " lambda @2, i: {'k': @1, 'i': i, 'v': @3}),"
              + " lambda s: {'n': s.k IS NULL, 'k': s.k, 'i': s.i, 'v': s.v})), lambda s: s.v)";
      case SORT_DESCENDING ->
          "list_transform(list_reverse_sort(list_transform(list_transform(@0,"
              + " lambda @2, i: {'k': @1, 'i': i, 'v': @3}),"
              + " lambda s: {'n': s.k IS NOT NULL, 'k': s.k, 'i': -s.i, 'v': s.v})), lambda s: s.v)";
    };
  }

  @Override
  public String zipped(int lists) {
    StringBuilder present = new StringBuilder("CASE WHEN @0 IS NOT NULL");
    for (int i = 1; i < lists; i++) {
      present.append(" AND @").append(i).append(" IS NOT NULL");
    }
    return present + " THEN list_zip(@,) END";
  }

  @Override
  public String field(int place) {
    return "@0[" + place + "]";
  }

  @Override
  public String once() {
    return "list_transform([@0], lambda @2: @1)[1]";
  }

  @Override
  public String wholeDivision() {
    return "(@0 // @1)";
  }

  @Override
  public String computedOnce() {
    return "MATERIALIZED ";
  }
}
