package dev.facet.query.text;

import dev.facet.model.FailureException;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import dev.facet.query.text.hogql.HogqlParser;

/** Reads HogQL: a SELECT statement, an expression, or an entry of ORDER BY. */
public final class HogqlText {
  private static final Place START = new Place(1, 1);

  private HogqlText() {}

  /** The statement a text is. */
  public static Syntax.Statement query(String text, String path) {
    HogqlParser parser = parser(text, path, START, 0);
    return new HogqlStatements(new HogqlReading(path, START, 0))
        .statement(parser.query().statement());
  }

  /** The expression a text is; an alias is refused. */
  public static Syntax expression(String text, String path) {
    return expression(text, path, start(path), 0);
  }

  /** The expression a text is, with its alias where {@code AS} gives one. */
  public static Syntax.Item item(String text, String path) {
    return read(text, path, start(path), 0);
  }

  /** The entry of ORDER BY a text is. */
  public static Syntax.Order order(String text, String path) {
    HogqlParser parser = parser(text, path, start(path), 0);
    return new HogqlStatements(new HogqlReading(path, start(path), 0))
        .order(parser.singleOrder().order());
  }

  private static Place start(String path) {
    return new Place(1, 1, path);
  }

  /** An expression that starts at {@code origin} of a longer text, so many levels deep. */
  static Syntax expression(String text, String path, Place origin, int level) {
    Syntax.Item item = read(text, path, origin, level);
    if (item.alias() != null) {
      throw FailureException.invalid(
          "hogql_syntax", path, "\"" + item.alias() + "\" names an expression that takes no name.");
    }
    return item.expression();
  }

  private static Syntax.Item read(String text, String path, Place origin, int level) {
    HogqlParser parser = parser(text, path, origin, level);
    return new HogqlStatements(new HogqlReading(path, origin, level)).item(parser.single().item());
  }

  private static HogqlParser parser(String text, String path, Place origin, int level) {
    HogqlMistakes mistakes = new HogqlMistakes(path, origin);
    HogqlParser parser = new HogqlParser(HogqlTokens.of(text, mistakes, level));
    parser.removeErrorListeners();
    parser.addErrorListener(mistakes);
    return parser;
  }
}
