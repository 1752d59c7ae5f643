package dev.facet.ingest;

import java.util.Locale;
import java.util.Set;

/** Rules for the ids that clients know persons by. */
public final class DistinctIds {
  private static final int LONGEST = 200;

  /** Ids that many devices send by mistake; joining them would make one person of many. */
  private static final Set<String> ILLEGAL =
      Set.of(
          "anonymous",
          "guest",
          "distinctid",
          "distinct_id",
          "id",
          "not_authenticated",
          "email",
          "undefined",
          "true",
          "false",
          "null",
          "nil",
          "none",
          "nan",
          "0",
          "[object object]",
          "''",
          "\"\"");

  private DistinctIds() {}

  /** The first 200 characters, which are all that counts. */
  public static String cut(String distinctId) {
    if (distinctId.length() <= LONGEST) {
      return distinctId;
    }
    boolean splits = Character.isHighSurrogate(distinctId.charAt(LONGEST - 1));
    return distinctId.substring(0, splits ? LONGEST - 1 : LONGEST);
  }

  /** Whether the id may be joined with another. */
  static boolean isLegal(String distinctId) {
    String plain = distinctId.strip().toLowerCase(Locale.ROOT);
    return !plain.isEmpty() && !ILLEGAL.contains(plain);
  }
}
