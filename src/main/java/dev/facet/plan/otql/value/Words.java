package dev.facet.plan.otql.value;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Runs of letters and digits, in small letters. */
public final class Words {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final String BEFORE = "(^|[^\\p{L}\\p{Nd}])";
  private static final String AFTER = "($|[^\\p{L}\\p{Nd}])";

  private Words() {}

  public static List<String> of(String text) {
    return Arrays.stream(OTHER.split(lower(text), -1))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** As {@link Function#LOWER} does it. */
  private static String lower(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  public static Expression occurs(String word, Expression text) {
    return call(
        Function.MATCHES, call(Function.LOWER, text), Expression.text(BEFORE + word + AFTER));
  }
}
