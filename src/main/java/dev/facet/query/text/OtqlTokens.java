package dev.facet.query.text;

import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Mistake;
import dev.facet.query.text.otql.OtqlLexer;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** The words of an OTQL text, once it is known not to be longer or deeper than can be read. */
final class OtqlTokens {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_DEPTH = 100;

  private OtqlTokens() {}

  static CommonTokenStream of(String text, Place origin, OtqlMistakes mistakes) {
    if (text.length() > MAX_LENGTH) {
      throw Mistake.parsing(
          origin, "a query has at most " + MAX_LENGTH + " characters, not " + text.length() + ".");
    }
    OtqlLexer lexer = new OtqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(mistakes);
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    checkDepth(tokens, origin);
    return tokens;
  }

  /** Every opening sign goes a level deeper, and so does each NOT until something else follows. */
  private static void checkDepth(CommonTokenStream tokens, Place origin) {
    int open = 0;
    int denials = 0;
    for (Token token : tokens.getTokens()) {
      denials = token.getType() == OtqlLexer.NOT ? denials + 1 : 0;
      open +=
          switch (token.getType()) {
            case OtqlLexer.OPEN, OtqlLexer.OPEN_BRACE, OtqlLexer.OPEN_BRACKET -> 1;
            case OtqlLexer.CLOSE, OtqlLexer.CLOSE_BRACE, OtqlLexer.CLOSE_BRACKET -> -1;
            default -> 0;
          };
      if (open + denials > MAX_DEPTH) {
        throw Mistake.parsing(
            OtqlMistakes.place(origin, token),
            "a query nests at most " + MAX_DEPTH + " levels deep.");
      }
    }
  }
}
