package dev.facet.query.text.odata;

import dev.facet.query.text.odata.Token.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Divides a text into its words. */
final class Tokens {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

  private final Source source;
  private final String text;
  private final List<Token> all = new ArrayList<>();
  private int at;

  private Tokens(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** The words, the last one being the end. */
  static List<Token> of(Source source) {
    Tokens tokens = new Tokens(source);
    while (tokens.all.isEmpty() || !tokens.all.getLast().is(Kind.END)) {
      tokens.all.add(tokens.next());
    }
    return tokens.all;
  }

  private Token next() {
    int from = at;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    boolean spaced = at > from;
    if (at == text.length()) {
      return new Token(Kind.END, "", null, at, spaced);
    }
    char first = text.charAt(at);
    return switch (first) {
      case '(' -> sign(Kind.OPEN, spaced);
      case ')' -> sign(Kind.CLOSE, spaced);
      case ',' -> sign(Kind.COMMA, spaced);
      case '\'' -> quoted(spaced);
      default -> word(first, spaced);
    };
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private Token sign(Kind kind, boolean spaced) {
    at++;
    return new Token(kind, text.substring(at - 1, at), null, at - 1, spaced);
  }

  /** A text between quotes; two of them in it are one. */
  private Token quoted(boolean spaced) {
    int from = at;
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != '\'') {
        value.append(text.charAt(at));
      } else if (text.startsWith("''", at)) {
        value.append('\'');
        at++;
      } else {
        at++;
        return new Token(Kind.TEXT, text.substring(from, at), value.toString(), from, spaced);
      }
    }
    throw source.mistake(from, "this text has no quote at its end.");
  }

  private Token word(char first, boolean spaced) {
    int from = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    if (word.isEmpty()) {
      int end = text.offsetByCodePoints(from, 1);
      throw source.mistake(from, "\"" + text.substring(from, end) + "\" has no meaning here.");
    }
    return "+-0123456789".indexOf(first) >= 0
        ? number(word, from, spaced)
        : new Token(Kind.NAME, word, null, from, spaced);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "_.:+-/$@".indexOf(c) >= 0;
  }

  private Token number(String word, int from, boolean spaced) {
    if (NUMBER.matcher(word).matches()) {
      return new Token(Kind.NUMBER, word, new BigDecimal(word), from, spaced);
    }
    if (INSTANT.matcher(word).matches()) {
      return new Token(Kind.INSTANT, word, instant(word, from), from, spaced);
    }
    throw source.mistake(
        from,
        "\"%s\" is neither a number nor a date-time such as 2026-06-02T10:30:00Z.".formatted(word));
  }

  private Instant instant(String word, int from) {
    try {
      return OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeException e) {
      throw source.mistake(from, "there is no date-time \"" + word + "\".");
    }
  }
}
