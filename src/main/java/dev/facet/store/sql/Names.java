package dev.facet.store.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives out identifiers, each once in a query; engines may not tell upper from lower case. */
final class Names {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]{0,50}");

  private final Map<Wanted, String> columns = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int aliases;

  /** What a wanted thing is called in every part of the query, quoted. */
  String column(Wanted wanted) {
    return columns.computeIfAbsent(wanted, this::choose);
  }

  /** A new name for a table in the query. */
  String alias() {
    aliases++;
    return "t" + aliases;
  }

  private String choose(Wanted wanted) {
    String lower = wanted.column().toLowerCase(Locale.ROOT);
    String plain = PLAIN.matcher(lower).matches() ? lower : "c";
    String name = wanted.property() == null ? plain : plain + "_property";
    int number = 1;
    String free = name;
    while (!taken.add(free)) {
      number++;
      free = name + "_" + number;
    }
    return "\"" + free + "\"";
  }
}
