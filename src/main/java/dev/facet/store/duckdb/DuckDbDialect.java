package dev.facet.store.duckdb;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Function;
import dev.facet.store.sql.Dialect;
import java.util.Optional;

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
      case INTEGER, TIME -> "BIGINT";
      case BOOLEAN -> "BOOLEAN";
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
  public String nullOf(Type type) {
    return "NULL::" + physicalType(type);
  }

  @Override
  public String function(Function function) {
    return switch (function) {
      case EQUAL -> "(@0 = @1)";
      case LESS -> "(@0 < @1)";
      case LESS_OR_EQUAL -> "(@0 <= @1)";
      case AND -> "(@0 AND @1)";
      case OR -> "(@0 OR @1)";
      case NOT -> "(NOT @0)";
      case IS_NULL -> "(@0 IS NULL)";
      case COALESCE -> "coalesce(@0, @1)";
      case IF -> "CASE WHEN @0 THEN @1 ELSE @2 END";
      case ADD -> "(@0 + @1)";
      case SUBTRACT -> "(@0 - @1)";
      case SECONDS -> "(@0 // 1000000)";
      case DIVIDE -> "(CAST(@0 AS DOUBLE) / nullif(CAST(@1 AS DOUBLE), 0))";
      case BIN -> "bin_of(@0, @1, @2, @3)";
      case TO_TEXT -> "CAST(@0 AS VARCHAR)";
      case TO_NUMBER -> "CAST(@0 AS DOUBLE)";
      case CONTAINS_IGNORE_CASE -> "contains(lower(@0), lower(@1))";
      case MATCHES -> "regexp_matches(@0, @1)";
      case TRIM_URL -> "rtrim(@0, '/?#')";
      case TO_TIME -> "to_time(@0)";
    };
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
  public String aggregate(Aggregation aggregation, Type argument) {
    return switch (aggregation.kind()) {
      case COUNT -> "count(@0)";
      case COUNT_DISTINCT -> "count(DISTINCT @0)";
      case SUM -> argument == Type.INTEGER ? "sum(@0)::BIGINT" : "sum(@0)";
      case AVG -> "avg(@0)";
      case MIN -> "min(@0)";
      case MAX -> "max(@0)";
      case QUANTILE -> "quantile_cont(CAST(@0 AS DOUBLE), " + aggregation.level() + ")";
    };
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
