package dev.facet.store.sql;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Function;
import java.util.Optional;

/** What is special about an engine's SQL, as templates for {@link Sql#fill}. */
public interface Dialect {

  /** A placeholder that has this type. */
  String placeholder(Type type);

  /** A placeholder for an array of this type. */
  String arrayPlaceholder(Type type);

  /** Makes rows out of the elements of the array {@code @0}. */
  String unnest();

  /** A null that has this type. */
  String nullOf(Type type);

  /**
   * The function of {@code @0}, {@code @1}, {@code @2}, {@code @3}; functions of any number of
   * arguments get two.
   */
  String function(Function function);

  /**
   * Whether {@code @0}, never null, is true for a pattern of RE2 syntax that never fails:
   * {@code @1} is no literal.
   */
  String matchesAny();

  /** A pattern of RE2 syntax as the engine takes it; empty when it is malformed. */
  Optional<String> pattern(String pattern);

  /** The aggregate of {@code @0}, giving exactly the type the aggregation says. */
  String aggregate(Aggregation aggregation, Type argument);

  /** {@code @0} divided by {@code @1}, both whole and not negative, as a whole number. */
  String wholeDivision();

  /**
   * What stands between the name and the parentheses of a common table that is to be computed once.
   */
  String computedOnce();
}
