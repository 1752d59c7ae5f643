package dev.facet.store.sql;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
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

  /** The list {@code @0}, with one null in place of nothing. */
  String neverEmpty();

  /** A list that counts from 1 to the length of the longest of so many lists. */
  String places(int lists);

  /** Whether the array {@code @1} has the value {@code @0}; for where no subquery may be. */
  String contains();

  /**
   * The function of {@code @0}, {@code @1}, {@code @2}, {@code @3}; {@code @,} of all. {@code @!0}
   * says that the argument is repeated by what the template calls. AND, OR, CONCAT and APPEND of
   * any number are written by {@link Expressions}.
   */
  String function(Expression.Call call);

  /**
   * Whether {@code @0}, never null, is true for a pattern of RE2 syntax that never fails:
   * {@code @1} is no literal.
   */
  String matchesAny();

  /** Whether the pattern {@code @1}, as {@link #pattern} has it, occurs in {@code @0}. */
  String matches();

  /** A pattern of RE2 syntax as the engine takes it; empty when it is malformed. */
  Optional<String> pattern(String pattern);

  /**
   * The aggregate of {@code @0} and {@code @1}, giving exactly the type the aggregation says. After
   * the parentheses of the engine's aggregate stands {@code @9}, for conditions and windows; before
   * its argument {@code @7}, which may be DISTINCT; {@code @8} is what orders lists.
   */
  String aggregate(Aggregation aggregation);

  /**
   * What becomes of the list {@code @0} by the body {@code @1}, in which an element is called
   * {@code @2}; {@code @3} is the element of the first of several lists.
   */
  String each(Expression.Each.Kind kind, boolean several);

  /** The lists {@code @,} as one list of rows whose fields have numbers, null when one is null. */
  String zipped(int lists);

  /** The field of number {@code place}, from 1, of a row {@code @0} of {@link #zipped}. */
  String field(int place);

  /** The expression {@code @1} in which {@code @2} stands for {@code @0}, computed once. */
  String once();

  /** {@code @0} divided by {@code @1}, both whole and not negative, as a whole number. */
  String wholeDivision();

  /**
   * What stands between the name and the parentheses of a common table that is to be computed once.
   */
  String computedOnce();
}
