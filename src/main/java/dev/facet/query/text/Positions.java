package dev.facet.query.text;

import dev.facet.model.FailureException;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Ends reading at the first error, with its line and column. */
final class Positions extends BaseErrorListener {
  private final String language;
  private final String path;

  Positions(String language, String path) {
    this.language = language;
    this.path = path;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object symbol,
      int line,
      int column,
      String message,
      @Nullable RecognitionException cause) {
    throw FailureException.invalid(
        language + "_syntax",
        path,
        "The %s makes no sense at line %d, column %d: %s."
            .formatted(language, line, column + 1, what(symbol)));
  }

  private static String what(@Nullable Object symbol) {
    return symbol instanceof Token token && token.getType() != Token.EOF
        ? "\"" + token.getText() + "\" cannot stand here"
        : "it ends too early";
  }
}
