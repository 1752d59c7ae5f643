package dev.facet.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that spreadsheets take: 1 to 31 characters, none of {@code []:*?/\}, no apostrophe at
 * either end, not {@code History}, and no two alike but for their case.
 */
final class SheetNames {
  private static final int LONGEST = 31;
  private static final String NOTHING = "Sheet";

  private SheetNames() {}

  /** A name for each title, in their order. */
  static List<String> of(List<String> titles) {
    Set<String> taken = new HashSet<>(Set.of("history"));
    List<String> names = new ArrayList<>();
    for (String title : titles) {
      String name = cut(plain(title), LONGEST);
      String free = name;
      for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
        String suffix = " (" + i + ")";
        free = cut(name, LONGEST - suffix.length()) + suffix;
      }
      names.add(free);
    }
    return names;
  }

  private static String plain(String title) {
    String plain =
        title
            .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]+", " ")
            .strip()
            .replaceAll("^'+|'+$", "")
            .strip();
    return plain.isEmpty() ? NOTHING : plain;
  }

  /** Cut where no character is split and nothing is left that may not stand at the end. */
  private static String cut(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    boolean splits = Character.isHighSurrogate(name.charAt(most - 1));
    return name.substring(0, splits ? most - 1 : most).replaceAll("[\\s']+$", "");
  }
}
