package dev.facet.query.text;

import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Mistake;
import dev.facet.query.text.otql.OtqlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Ends reading OTQL at the first word that cannot stand where it does. */
final class OtqlMistakes extends BaseErrorListener {
  private static final int FEW = 4;
  private static final int LONGEST = 40;

  private final Place origin;

  OtqlMistakes(Place origin) {
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
      // Where several ways are tried, the parser knows only what was expected at their start.
      String expected = cause instanceof NoViableAltException ? "" : expected(parser);
      throw Mistake.parsing(place(origin, token), what(token) + expected + ".");
    }
    throw Mistake.parsing(place(origin, line, column), "this makes no sense.");
  }

  /** Where a token stands in the whole text. */
  static Place place(Place origin, Token token) {
    return place(origin, token.getLine(), token.getCharPositionInLine());
  }

  private static Place place(Place origin, int line, int column) {
    return line == 1
        ? new Place(origin.line(), origin.column() + column)
        : new Place(origin.line() + line - 1, column + 1);
  }

  private static String what(Token token) {
    String text = token.getText();
    if (token.getType() == Token.EOF) {
      return "the text ends too early";
    }
    if (token.getType() == OtqlParser.UNKNOWN) {
      return switch (text) {
        case "'", "\"", "`" -> "the quote " + text + " is never closed";
        default -> "the character " + text + " means nothing here";
      };
    }
    boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
    String shown = isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text;
    return "\"" + shown + "\" cannot stand here";
  }

  private static String expected(Parser parser) {
    List<String> names = new ArrayList<>();
    for (int type : parser.getExpectedTokens().toList()) {
      String name = name(parser, type);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    if (names.isEmpty() || names.size() > FEW) {
      return "";
    }
    return "; " + (names.size() == 1 ? "" : "one of ") + String.join(" , ", names) + " is expected";
  }

  private static String name(Parser parser, int type) {
    return switch (type) {
      case Token.EOF -> "the end";
      case OtqlParser.NAME, OtqlParser.QUOTED -> "a name";
      case OtqlParser.STRING -> "a text";
      case OtqlParser.NUMBER -> "a number";
      case OtqlParser.EQUAL -> "=";
      case OtqlParser.DIFFERENT -> "!=";
      default -> parser.getVocabulary().getDisplayName(type).replace("'", "");
    };
  }
}
