package dev.facet.query.text.odata;

import dev.facet.query.text.odata.Token.Kind;
import java.util.List;

/** Goes through the words of a text, from the first to the last. Used by one reader, once. */
final class Words {
  private final Source source;
  private final List<Token> all;
  private int at;

  Words(Source source) {
    this.source = source;
    this.all = Tokens.of(source);
  }

  Token peek() {
    return all.get(at);
  }

  /** The word here, going on behind it; the end stays. */
  Token next() {
    Token token = peek();
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  /** Goes behind the word here if it is of this kind. */
  boolean skip(Kind kind) {
    boolean found = peek().is(kind);
    if (found) {
      next();
    }
    return found;
  }

  void expect(Kind kind) {
    if (!skip(kind)) {
      String sign = kind == Kind.OPEN ? "(" : ")";
      throw source.mistake(
          peek().at(), "\"%s\" is expected here, not %s.".formatted(sign, peek().phrase()));
    }
  }

  void expectEnd() {
    if (!peek().is(Kind.END)) {
      throw source.mistake(peek().at(), "%s is left over.".formatted(peek().phrase()));
    }
  }

  /** The operator here, which blanks or parentheses part from what stands beside it. */
  Token operator() {
    Token word = next();
    boolean begins = at < 2;
    boolean apart = word.spaced() || begins || isParenthesis(all.get(at - 2));
    boolean followed = peek().spaced() || isParenthesis(peek()) || peek().is(Kind.END);
    if (!apart || !followed) {
      throw source.mistake(word.at(), "blanks stand around \"" + word.text() + "\".");
    }
    return word;
  }

  private static boolean isParenthesis(Token token) {
    return token.is(Kind.OPEN) || token.is(Kind.CLOSE);
  }
}
