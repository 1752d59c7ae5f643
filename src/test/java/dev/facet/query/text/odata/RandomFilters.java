package dev.facet.query.text.odata;

import java.util.List;
import java.util.Random;

/** Writes filters whose types fit, over the fields of the tests. */
record RandomFilters(Random random) {
  private static final List<String> TEXT_FIELDS = List.of("id", "name", "description", "type");
  private static final List<String> NUMBER_FIELDS = List.of("refreshInterval", "widgetCount");
  private static final List<String> INSTANT_FIELDS = List.of("createdAt", "updatedAt");
  private static final List<String> TEXTS =
      List.of(
          "'Sales'", "'sales'", "''", "'e'", "'O''B'", "'dashboard_2'", "'İ'", "'𝒜'", "'SALES'");
  private static final List<String> NUMBERS = List.of("0", "2", "3.0", "-1", "60", "5.5", "100");
  private static final List<String> INSTANTS =
      List.of("2026-06-02T10:30:00Z", "2026-06-02T12:30:01+02:00", "1970-01-01T00:00:00Z");
  private static final List<String> OPERATORS = List.of("eq", "ne", "gt", "ge", "lt", "le");

  private String oneOf(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** A condition of at most so many levels. */
  String condition(int depth) {
    int kind = random.nextInt(depth > 0 ? 9 : 5);
    return switch (kind) {
      case 0 -> text(2) + " " + oneOf(OPERATORS) + " " + text(2);
      case 1 -> number() + " " + oneOf(OPERATORS) + " " + number();
      case 2 -> oneOf(INSTANT_FIELDS) + " " + oneOf(OPERATORS) + " " + oneOf(INSTANTS);
      case 3 -> oneOf(TEXT_FIELDS) + " in (" + oneOf(TEXTS) + "," + oneOf(TEXTS) + ")";
      case 4 -> match();
      case 5 -> "not (" + condition(depth - 1) + ")";
      case 6 -> "(" + condition(depth - 1) + ")";
      case 7 -> condition(depth - 1) + " and " + condition(depth - 1);
      default -> condition(depth - 1) + " or " + condition(depth - 1);
    };
  }

  private String match() {
    String name = oneOf(List.of("contains", "startswith", "endswith"));
    return name + "(" + text(1) + "," + text(1) + ")";
  }

  private String text(int depth) {
    return switch (random.nextInt(depth > 0 ? 4 : 2)) {
      case 0 -> oneOf(TEXTS);
      case 1 -> oneOf(TEXT_FIELDS);
      case 2 -> "tolower(" + text(depth - 1) + ")";
      default -> "toupper(" + text(depth - 1) + ")";
    };
  }

  private String number() {
    return switch (random.nextInt(3)) {
      case 0 -> oneOf(NUMBERS);
      case 1 -> oneOf(NUMBER_FIELDS);
      default -> "length(" + text(1) + ")";
    };
  }
}
