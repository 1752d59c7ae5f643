package dev.facet.store.duckdb;

import dev.facet.model.Type;
import dev.facet.plan.Expression;

// Long: a pure table, one entry a function.
/** DuckDB's SQL of each function. */
final class DuckDbFunctions {
  /** Created in the database when it is opened. */
  static final String MONTHS_MACRO =
      """
      CREATE OR REPLACE MACRO months_later(day, months) AS (
        list_transform([{'d': day, 'n': months}], lambda p:
          CASE WHEN p.d BETWEEN -719528 AND 2932896 AND p.n > -120000 AND p.n < 120000 THEN
            list_transform([CAST(datediff('day', DATE '1970-01-01',
              CAST(DATE '1970-01-01' + CAST(p.d AS INTEGER) + to_months(CAST(p.n AS INTEGER)) AS DATE)) AS BIGINT)],
              lambda r: CASE WHEN r BETWEEN -719528 AND 2932896 THEN r END)[1]
          END)[1])
      """;

  private static final String DATE = "(DATE '1970-01-01' + CAST(@0 AS INTEGER))";

  private DuckDbFunctions() {}

  /** Objects and plain lists are kept as JSON. */
  private static String jsonOf(Type type) {
    return switch (type) {
      case OBJECT, LIST -> "@0";
      case NUMBER -> "CASE WHEN isfinite(@0) THEN CAST(to_json(@0) AS VARCHAR) END";
      case TEXT, INTEGER, BOOLEAN, TIME, DATE, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          "CAST(to_json(@0) AS VARCHAR)";
    };
  }

  static String template(Expression.Call call) {
    return switch (call.function()) {
      case EQUAL -> "(@0 = @1)";
      case LESS -> "(@0 < @1)";
      case LESS_OR_EQUAL -> "(@0 <= @1)";
      case AND -> "(@0 AND @1)";
      case OR -> "(@0 OR @1)";
      case NOT -> "(NOT @0)";
      case IS_NULL -> "(@0 IS NULL)";
      case COALESCE -> "coalesce(@,)";
      case IF -> "CASE WHEN @0 THEN @1 ELSE @2 END";
      default -> numbers(call);
    };
  }

  private static String numbers(Expression.Call call) {
    return switch (call.function()) {
      case ADD -> "TRY(@0 + @1)";
      case SUBTRACT -> "TRY(@0 - @1)";
      case SECONDS -> "(@0 // 1000000)";
      case DIVIDE -> "(CAST(@0 AS DOUBLE) / nullif(CAST(@1 AS DOUBLE), 0))";
      case BIN -> "bin_of(@!0, @!1, @!2, @!3)";
      case DRAW -> "(CAST('0x' || left(md5(@0), 8) AS BIGINT) / 4294967296.0::DOUBLE)";
      case TO_TEXT -> "CAST(@0 AS VARCHAR)";
      case TO_NUMBER -> "CAST(@0 AS DOUBLE)";
      case MULTIPLY -> "TRY(@0 * @1)";
      case QUOTIENT -> "TRY(@0 // nullif(@1, 0))";
      case REMAINDER -> "TRY(@0 % nullif(@1, 0))";
      case SHARED_BITS -> "(CAST(@0 AS BIGINT) & CAST(@1 AS BIGINT))";
      case FLOOR_DIVIDE -> "CASE WHEN @0 < 0 THEN (@0 + 1) // @1 - 1 ELSE @0 // @1 END";
      case ABSOLUTE -> "TRY(abs(@0))";
      case FLOOR -> "floor(CAST(@0 AS DOUBLE))";
      case CEILING -> "ceil(CAST(@0 AS DOUBLE))";
      case ROUND -> "round_even(CAST(@0 AS DOUBLE), 0)";
      case SQUARE_ROOT -> "sqrt(CAST(@0 AS DOUBLE))";
      case EXPONENTIAL -> "exp(CAST(@0 AS DOUBLE))";
      case LOGARITHM -> "ln(CAST(@0 AS DOUBLE))";
      case POWER -> "pow(CAST(@0 AS DOUBLE), CAST(@1 AS DOUBLE))";
      case GREATEST -> "greatest(@,)";
      case LEAST -> "least(@,)";
      case TO_WHOLE -> "TRY_CAST(trunc(@0) AS BIGINT)";
      case PARSE_NUMBER ->
          "CASE WHEN length(@0) <= 310 AND regexp_full_match(@0,"
              + " '[ \\t\\n\\r]*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?[ \\t\\n\\r]*')"
              + " THEN TRY_CAST(trim(@0, ' ' || chr(9) || chr(10) || chr(13)) AS DOUBLE) END";
      case PARSE_WHOLE ->
          "CASE WHEN regexp_full_match(@0, '[+-]?[0-9]{1,19}') THEN TRY_CAST(@0 AS BIGINT) END";
      case NUMBER_TEXT ->
          "CASE WHEN isfinite(@0) THEN regexp_replace(CAST(to_json(@0) AS VARCHAR), '\\.0$', '') END";
      case HEX -> "hex(@0)";
      default -> texts(call);
    };
  }

  private static String texts(Expression.Call call) {
    return switch (call.function()) {
      case CONTAINS_IGNORE_CASE -> "contains(lower(@0), lower(@1))";
      case MATCHES -> "regexp_matches(@0, @1)";
      case TRIM_URL -> "rtrim(@0, '/?#')";
      case TRIM_SLASH -> "regexp_replace(@0, '(?s)^(.+)/$', '\\1')";
      case REPLACE_MATCHES -> "regexp_replace(@0, @1, replace(@2, '\\', '\\\\'), 'g')";
      case LENGTH -> "length(@0)";
      case LOWER -> "lower(@0)";
      case UPPER -> "upper(@0)";
      case CONCAT, APPEND -> "(@0 || @1)";
      case SUBSTRING ->
          "CASE WHEN @0 IS NULL OR @1 IS NULL OR @2 IS NULL THEN NULL"
              + " WHEN @1 = 0 OR @2 <= 0 OR @1 > length(@0) OR @1 < -length(@0) THEN ''"
              + " ELSE substring(@0, @1, least(@2, length(@0))) END";
      case REPLACE -> "replace(@0, @1, @2)";
      case REWRITE_ALL -> "regexp_replace(@0, @1, @2, 'g')";
      case REWRITE_FIRST -> "regexp_replace(@0, @1, @2)";
      case EXTRACT -> "regexp_extract(@0, @1, CAST(@2 AS INTEGER))";
      case EXTRACT_ALL -> "regexp_extract_all(@0, @1, CAST(@2 AS INTEGER))";
      case SPLIT -> "CASE WHEN @1 IS NOT NULL THEN string_split(@0, @1) END";
      case JOIN ->
          "substring(list_reduce(list_filter(@0, lambda x: x IS NOT NULL),"
              + " lambda a, b: a || @1 || b, ''), length(@1) + 1)";
      case STARTS_WITH -> "starts_with(@0, @1)";
      case ENDS_WITH -> "ends_with(@0, @1)";
      case POSITION -> "strpos(@0, @1)";
      case TRIM_START -> "ltrim(@0, @1)";
      case TRIM_END -> "rtrim(@0, @1)";
      case PAD_START ->
          "TRY(CASE WHEN @1 <= 0 THEN left(@0 || @2, 0)"
              + " WHEN @1 <= 10000 THEN lpad(@0, CAST(@1 AS INTEGER), @2)"
              + " WHEN @1 > 10000 THEN lpad(@0, 10000, @2) END)";
      case PAD_END ->
          "TRY(CASE WHEN @1 <= 0 THEN left(@0 || @2, 0)"
              + " WHEN @1 <= 10000 THEN rpad(@0, CAST(@1 AS INTEGER), @2)"
              + " WHEN @1 > 10000 THEN rpad(@0, 10000, @2) END)";
      case REPEAT -> "CASE WHEN @1 <= 0 THEN left(@0, 0) WHEN @1 <= 10000 THEN repeat(@0, @1) END";
      case REVERSE -> "array_to_string(list_reverse(string_split(@0, '')), '')";
      case MD5 -> "md5(@0)";
      case SHA256 -> "sha256(@0)";
      case HEX_BYTES -> "hex(@0)";
      case BASE64 -> "to_base64(encode(@0))";
      default -> lists(call);
    };
  }

  private static String lists(Expression.Call call) {
    return switch (call.function()) {
      case LIST_OF -> "[@,]";
      case ELEMENT -> "list_extract(@0, @1)";
      case SLICE ->
          "CASE WHEN @1 > 0 AND @2 >= @1 THEN list_slice(@0, @1, @2)"
              + " WHEN @1 > 0 AND @2 < @1 THEN list_slice(@0, 2, 1) END";
      case SIZE -> "len(@0)";
      case HAS -> "CASE WHEN @0 IS NOT NULL AND @1 IS NOT NULL THEN list_contains(@0, @1) END";
      case INDEX_OF ->
          "CASE WHEN @0 IS NOT NULL AND @1 IS NOT NULL THEN CAST(coalesce(list_position(@0, @1), 0) AS BIGINT) END";
      case DISTINCT -> "list_sort(list_distinct(@0))";
      case REVERSE_LIST -> "list_reverse(@0)";
      case LIST_SUM ->
          call.type() == Type.INTEGER ? "TRY_CAST(list_sum(@0) AS BIGINT)" : "list_sum(@0)";
      case LIST_MIN -> "list_min(@0)";
      case LIST_MAX -> "list_max(@0)";
      case RANGE ->
          "CASE WHEN @2 <> 0 AND abs(CAST(@1 AS HUGEINT) - @0) <= 1000000::HUGEINT * abs(CAST(@2 AS HUGEINT))"
              + " THEN range(@0, @1, @2) END";
      case STEPS_REACHED -> StepWalk.template(call);
      default -> times(call);
    };
  }

  private static String times(Expression.Call call) {
    return switch (call.function()) {
      case TO_TIME -> "to_time(@!0)";
      case AS_TIME -> "CASE WHEN @0 BETWEEN -62167219200000000 AND 253402300799999999 THEN @0 END";
      case AS_DATE -> "CASE WHEN @0 BETWEEN -719528 AND 2932896 THEN @0 END";
      case AS_WHOLE -> "CAST(@0 AS BIGINT)";
      case YEAR -> "year(" + DATE + ")";
      case MONTH -> "month(" + DATE + ")";
      case DAY -> "day(" + DATE + ")";
      case ISO_WEEK -> "week(" + DATE + ")";
      case ISO_YEAR -> "isoyear(" + DATE + ")";
      case ADD_MONTHS -> "months_later(@0, @1)";
      case IN_ZONE, INTERVAL -> "@0";
      default -> json(call);
    };
  }

  private static String json(Expression.Call call) {
    return switch (call.function()) {
      case JSON_OF -> jsonOf(call.arguments().getFirst().type());
      case JSON_KEY ->
          "CASE WHEN json_valid(@0) THEN TRY(CASE WHEN json_type(TRY_CAST(@0 AS JSON)) = 'OBJECT' THEN"
              + " nullif(CAST(json_extract(TRY_CAST(@0 AS JSON), '/' || replace(replace(@1, '~', '~0'), '/', '~1'))"
              + " AS VARCHAR), 'null') END) END";
      case JSON_ELEMENT ->
          "TRY(CASE WHEN json_type(TRY_CAST(@0 AS JSON)) = 'ARRAY' AND @1 <> 0 THEN nullif(CAST(json_extract(TRY_CAST(@0 AS JSON),"
              + " CASE WHEN @1 > 0 THEN @1 - 1 ELSE @1 END) AS VARCHAR), 'null') END)";
      case JSON_TEXT -> "TRY(@0 ->> '$')";
      case JSON_TYPE ->
          "CASE TRY(json_type(TRY_CAST(@0 AS JSON))) WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'list'"
              + " WHEN 'VARCHAR' THEN 'text' WHEN 'BOOLEAN' THEN 'boolean'"
              + " WHEN 'UBIGINT' THEN 'number' WHEN 'BIGINT' THEN 'number' WHEN 'DOUBLE' THEN 'number' END";
      case JSON_SIZE ->
          "TRY(CASE json_type(TRY_CAST(@0 AS JSON)) WHEN 'ARRAY' THEN CAST(json_array_length(TRY_CAST(@0 AS JSON)) AS BIGINT)"
              + " WHEN 'OBJECT' THEN len(json_keys(TRY_CAST(@0 AS JSON))) WHEN 'NULL' THEN NULL"
              + " ELSE CASE WHEN @0 IS NOT NULL THEN 0 END END)";
      case JSON_LIST -> "@0";
      case JSON_KEYS ->
          "TRY(CASE WHEN json_type(TRY_CAST(@0 AS JSON)) <> 'NULL' THEN json_keys(TRY_CAST(@0 AS JSON)) END)";
      default -> throw new IllegalArgumentException("No SQL of " + call.function());
    };
  }
}
