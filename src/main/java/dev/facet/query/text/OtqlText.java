package dev.facet.query.text;

import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Statement;
import dev.facet.query.text.otql.OtqlParser;

/** Reads OTQL: a statement, or a condition. */
public final class OtqlText {
  private static final Place START = new Place(1, 1);

  private OtqlText() {}

  /** The statement a text is. */
  public static Statement statement(String text) {
    return new OtqlStatements(START).statement(parser(text, START).query());
  }

  /** The condition a text is, such as a filter's fragment. */
  public static Condition condition(String text) {
    return condition(text, START);
  }

  /** A condition that starts at {@code origin} of a longer text. */
  static Condition condition(String text, Place origin) {
    return new OtqlConditions(origin).condition(parser(text, origin).single().expression());
  }

  private static OtqlParser parser(String text, Place origin) {
    OtqlMistakes mistakes = new OtqlMistakes(origin);
    OtqlParser parser = new OtqlParser(OtqlTokens.of(text, origin, mistakes));
    parser.removeErrorListeners();
    parser.addErrorListener(mistakes);
    return parser;
  }
}
