package dev.facet.query.text;

import dev.facet.model.FailureException;
import dev.facet.query.TrendQuery.Formula;
import dev.facet.query.TrendQuery.Formula.Binary;
import dev.facet.query.TrendQuery.Formula.Operator;
import dev.facet.query.TrendQuery.Formula.Term;
import dev.facet.query.text.formula.FormulaLexer;
import dev.facet.query.text.formula.FormulaParser;
import dev.facet.query.text.formula.FormulaParser.ExpressionContext;
import dev.facet.query.text.formula.FormulaParser.GroupContext;
import dev.facet.query.text.formula.FormulaParser.NegationContext;
import dev.facet.query.text.formula.FormulaParser.NumberContext;
import dev.facet.query.text.formula.FormulaParser.PowerContext;
import dev.facet.query.text.formula.FormulaParser.ProductContext;
import dev.facet.query.text.formula.FormulaParser.SeriesContext;
import dev.facet.query.text.formula.FormulaParser.SumContext;
import java.util.Locale;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas: letters for series (A is the first), numbers, {@code + - * / ^} and parentheses.
 */
public final class FormulaText {
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_DEPTH = 100;

  private final int series;
  private final String path;

  private FormulaText(int series, String path) {
    this.series = series;
    this.path = path;
  }

  /**
   * The formula a text means.
   *
   * @param name what to call its result, null for none
   * @param series how many series there are
   * @param path where the text stands in the request
   */
  public static Formula parse(String text, @Nullable String name, int series, String path) {
    if (text.length() > MAX_LENGTH || depth(text) > MAX_DEPTH) {
      throw FailureException.invalid(
          "formula_too_long",
          path,
          "A formula has at most " + MAX_LENGTH + " characters and " + MAX_DEPTH + " levels.");
    }
    FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
    FormulaParser parser = new FormulaParser(new CommonTokenStream(lexer));
    Positions positions = new Positions("formula", path);
    lexer.removeErrorListeners();
    lexer.addErrorListener(positions);
    parser.removeErrorListeners();
    parser.addErrorListener(positions);
    return new Formula(
        text, name, new FormulaText(series, path).term(parser.formula().expression()));
  }

  /** How deep the parser would have to go: every sign and parenthesis may be a level. */
  private static long depth(String text) {
    return Math.max(
        text.chars().filter(c -> c == '(').count(), text.chars().filter(c -> c == '^').count());
  }

  private Term term(ExpressionContext context) {
    return switch (context) {
      case PowerContext power ->
          new Binary(Operator.POWER, term(power.expression(0)), term(power.expression(1)));
      case NegationContext negation -> new Formula.Negated(term(negation.expression()));
      case ProductContext product ->
          new Binary(
              product.operator.getType() == FormulaParser.TIMES ? Operator.TIMES : Operator.DIVIDED,
              term(product.expression(0)),
              term(product.expression(1)));
      case SumContext sum ->
          new Binary(
              sum.operator.getType() == FormulaParser.PLUS ? Operator.PLUS : Operator.MINUS,
              term(sum.expression(0)),
              term(sum.expression(1)));
      case GroupContext group -> term(group.expression());
      case NumberContext number -> new Formula.Constant(Double.parseDouble(number.getText()));
      case SeriesContext letter -> series(letter.getStart());
      default -> throw new IllegalStateException("No formula in " + context.getText());
    };
  }

  private Term series(Token letter) {
    int number = letter.getText().toUpperCase(Locale.ROOT).charAt(0) - 'A';
    if (number >= series) {
      throw FailureException.invalid(
          "formula_series",
          path,
          "There is no series "
              + letter.getText()
              + " (column "
              + (letter.getCharPositionInLine() + 1)
              + " of the formula): the last one is "
              + (char) ('A' + series - 1)
              + ".");
    }
    return new Formula.Of(number);
  }
}
