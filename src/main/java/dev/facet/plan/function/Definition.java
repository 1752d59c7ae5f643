package dev.facet.plan.function;

import dev.facet.plan.Expression;
import java.util.Map;

/**
 * A function people can name.
 *
 * @param least how many arguments it takes at least
 * @param most how many it takes at most
 */
record Definition(int least, int most, Maker maker) {

  /** How it is made of what plans know. */
  interface Maker {
    Expression of(Arguments arguments);
  }

  /** Names of one function, separated by blanks. */
  static void add(Map<String, Definition> table, String names, int least, int most, Maker maker) {
    for (String name : names.split(" ", -1)) {
      table.put(name, new Definition(least, most, maker));
    }
  }
}
