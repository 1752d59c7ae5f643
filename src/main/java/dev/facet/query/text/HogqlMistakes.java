package dev.facet.query.text;

import dev.facet.model.FailureException;
import dev.facet.query.Syntax.Place;
import dev.facet.query.text.hogql.HogqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with the syntax of a text, and where. A text may start at {@code origin} of a
 * longer one.
 */
final class HogqlMistakes extends BaseErrorListener {
  private static final int FEW = 4;
  private static final String COLUMN =
      "; SELECT takes at least one column first, such as * or count()";

  /** What can follow the columns of a SELECT. */
  private static final Set<Integer> AFTER_COLUMNS =
      Set.of(
          Token.EOF,
          HogqlParser.FROM,
          HogqlParser.WHERE,
          HogqlParser.GROUP,
          HogqlParser.HAVING,
          HogqlParser.ORDER,
          HogqlParser.LIMIT);

  private final String path;
  private final Place origin;

  HogqlMistakes(String path, Place origin) {
    this.path = path;
    this.origin = origin;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object symbol,
      int line,
      int column,
      String message,
      @Nullable RecognitionException cause) {
    if (symbol instanceof Token token && recognizer instanceof Parser parser) {
      String wanted = isNoColumn(token, parser.getTokenStream()) ? COLUMN : expected(parser);
      throw at(token, what(token) + wanted + ".");
    }
    throw failure(path, place(origin, line, column), "this makes no sense.");
  }

  /** Whether a token that follows the columns of a SELECT stands where the first of them should. */
  private static boolean isNoColumn(Token token, TokenStream tokens) {
    Token last = tokens.LT(-1);
    boolean isDistinct = last != null && last.getType() == HogqlParser.DISTINCT;
    @Nullable Token before = isDistinct ? tokens.LT(-2) : last;
    return AFTER_COLUMNS.contains(token.getType())
        && before != null
        && before.getType() == HogqlParser.SELECT;
  }

  /** The failure that a token makes no sense. */
  FailureException at(Token token, String what) {
    return failure(path, place(origin, token), what);
  }

  FailureException tooLong(int most, int given) {
    return FailureException.invalid(
        "hogql_too_long", path, "A query has at most " + most + " characters, not " + given + ".");
  }

  FailureException tooDeep(Token token, int most) {
    return tooDeep(path, place(origin, token), most);
  }

  static FailureException tooDeep(@Nullable String path, Place place, int most) {
    return FailureException.invalid(
        "hogql_too_deep",
        path,
        "Line %d, column %d: a query nests at most %d levels deep."
            .formatted(place.line(), place.column(), most));
  }

  static FailureException failure(@Nullable String path, Place place, String what) {
    return FailureException.invalid(
        "hogql_syntax",
        path,
        "Line %d, column %d: %s".formatted(place.line(), place.column(), what));
  }

  /** Where a token stands in the whole text. */
  static Place place(Place origin, Token token) {
    return place(origin, token.getLine(), token.getCharPositionInLine());
  }

  private static Place place(Place origin, int line, int column) {
    return line == 1
        ? new Place(origin.line(), origin.column() + column, origin.path())
        : new Place(origin.line() + line - 1, column + 1, origin.path());
  }

  private static String what(Token token) {
    String text = token.getText();
    if (token.getType() == Token.EOF) {
      return "the text ends too early";
    }
    if (token.getType() == HogqlParser.UNKNOWN) {
      return switch (text) {
        case "'", "\"", "`" -> "the quote " + text + " is never closed";
        default -> "the character " + text + " means nothing here";
      };
    }
    return "\""
        + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
        + "\" cannot stand here";
  }

  private static String expected(Parser parser) {
    IntervalSet types = parser.getExpectedTokens();
    List<String> names = new ArrayList<>();
    for (int type : types.toList()) {
      if (names.size() == FEW + 1) {
        break;
      }
      names.add(name(parser, type));
    }
    return names.isEmpty() || names.size() > FEW
        ? ""
        : "; " + (names.size() == 1 ? "" : "one of ") + String.join(", ", names) + " is expected";
  }

  private static String name(Parser parser, int type) {
    if (type == Token.EOF) {
      return "the end";
    }
    String literal = parser.getVocabulary().getLiteralName(type);
    if (literal != null) {
      return literal.replace("'", "").toUpperCase(Locale.ROOT);
    }
    return switch (type) {
      case HogqlParser.NAME, HogqlParser.QUOTED -> "a name";
      case HogqlParser.OPEN_STATEMENT -> "(SELECT";
      case HogqlParser.EQUAL -> "=";
      default -> parser.getVocabulary().getSymbolicName(type);
    };
  }
}
