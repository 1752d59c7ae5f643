package dev.facet.plan.hogql.aggregate;

import dev.facet.plan.Aggregation.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An aggregate's name taken apart.
 *
 * @param base without its combinators
 * @param conditional whether it ends with {@code If}
 * @param distinct whether each value counts once
 */
public record AggregateName(String base, Kind kind, boolean conditional, boolean distinct) {
  private static final Map<String, Kind> KINDS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    KINDS.put("count", Kind.COUNT);
    for (String name :
        List.of("uniq", "uniqExact", "uniqHLL12", "uniqCombined", "uniqCombined64")) {
      KINDS.put(name, Kind.COUNT_DISTINCT);
    }
    KINDS.put("sum", Kind.SUM);
    KINDS.put("avg", Kind.AVG);
    // any of the values is a right answer: the smallest is the same one each time
    for (String name : List.of("min", "any", "anyLast", "any_value", "first_value", "last_value")) {
      KINDS.put(name, Kind.MIN);
    }
    KINDS.put("max", Kind.MAX);
    KINDS.put("groupBitAnd", Kind.BIT_AND);
    KINDS.put("groupBitOr", Kind.BIT_OR);
    KINDS.put("groupBitXor", Kind.BIT_XOR);
    KINDS.put("argMin", Kind.ARG_MIN);
    KINDS.put("argMax", Kind.ARG_MAX);
    // what others estimate is computed exactly here
    for (String name : List.of("", "Exact", "Timing", "TDigest")) {
      KINDS.put("median" + name, Kind.QUANTILE);
      KINDS.put("quantile" + name, Kind.QUANTILE);
      KINDS.put("quantiles" + name, Kind.QUANTILES);
    }
    for (String name : List.of("groupArray", "array_agg", "groupUniqArray")) {
      KINDS.put(name, Kind.LIST);
    }
    KINDS.put("topK", Kind.TOP);
    for (String name : List.of("stddevPop", "stddev_pop")) {
      KINDS.put(name, Kind.STDDEV_POP);
    }
    for (String name : List.of("stddevSamp", "stddev_samp")) {
      KINDS.put(name, Kind.STDDEV_SAMP);
    }
    for (String name : List.of("varPop", "var_pop")) {
      KINDS.put(name, Kind.VAR_POP);
    }
    for (String name : List.of("varSamp", "var_samp")) {
      KINDS.put(name, Kind.VAR_SAMP);
    }
    for (String name : List.of("covarPop", "covar_pop")) {
      KINDS.put(name, Kind.COVAR_POP);
    }
    for (String name : List.of("covarSamp", "covar_samp")) {
      KINDS.put(name, Kind.COVAR_SAMP);
    }
    KINDS.put("corr", Kind.CORR);
  }

  /** All names without combinators. */
  public static List<String> all() {
    return List.copyOf(KINDS.keySet());
  }

  /** What a function's name says; empty when it is no aggregate's. */
  public static Optional<AggregateName> of(String name) {
    String base = name;
    boolean conditional = false;
    boolean distinct = false;
    while (!KINDS.containsKey(base)) {
      String shorter = without(base);
      if (shorter.equals(base)) {
        return Optional.empty();
      }
      conditional |= base.endsWith("If");
      distinct |= base.endsWith("Distinct");
      base = shorter;
    }
    Kind kind = KINDS.get(base);
    boolean unique = distinct || base.equalsIgnoreCase("groupUniqArray");
    return kind == null
        ? Optional.empty()
        : Optional.of(new AggregateName(base, kind, conditional, unique));
  }

  private static String without(String name) {
    for (String combinator : List.of("If", "Distinct", "OrNull")) {
      if (name.endsWith(combinator) && name.length() > combinator.length()) {
        return name.substring(0, name.length() - combinator.length());
      }
    }
    return name;
  }
}
