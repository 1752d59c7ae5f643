package dev.facet.hogql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query with one of its words or signs dropped, doubled, moved or replaced. */
final class Mutation {
  private static final Pattern WORD =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|[\\p{L}_$][\\p{L}\\p{N}_$]*|[0-9.]+|\\s+|.");
  private static final List<String> OTHERS =
      List.of(
          "(",
          ")",
          "'x'",
          "1",
          "0",
          "-1",
          "NULL",
          "event",
          "timestamp",
          "count()",
          "properties.price",
          "*",
          ",",
          "AND",
          "NOT",
          "[1]",
          "person",
          "IN",
          "sum(",
          "::Int64",
          "'2024-03-10'",
          "{x}",
          "OVER ()",
          "DISTINCT",
          "9223372036854775807",
          "1e308",
          "''",
          "\\",
          "`",
          "x -> x",
          "now()");

  private Mutation() {}

  static String of(String query, Random random) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(query);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    int place = random.nextInt(words.size());
    switch (random.nextInt(4)) {
      case 0 -> words.remove(place);
      case 1 -> words.add(place, words.get(random.nextInt(words.size())));
      case 2 -> words.set(place, words.get(random.nextInt(words.size())));
      default -> words.set(place, OTHERS.get(random.nextInt(OTHERS.size())));
    }
    return String.join("", words);
  }
}
