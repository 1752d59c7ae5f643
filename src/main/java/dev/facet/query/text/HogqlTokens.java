package dev.facet.query.text;

import dev.facet.query.text.hogql.HogqlLexer;
import dev.facet.query.text.hogql.HogqlParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a text, looked over before they are parsed: how deep they nest (a parser would run
 * out of stack), and which parentheses hold a statement.
 */
final class HogqlTokens {
  private static final int MAX_LENGTH = 50_000;
  private static final int MAX_LEVELS = 100;

  private final List<Token> tokens;
  private final int[] closing;
  private final HogqlMistakes mistakes;

  private HogqlTokens(List<Token> tokens, HogqlMistakes mistakes) {
    this.tokens = tokens;
    this.closing = new int[tokens.size()];
    this.mistakes = mistakes;
  }

  /** The tokens of a text that stands {@code level} levels deep in another. */
  static CommonTokenStream of(String text, HogqlMistakes mistakes, int level) {
    if (text.length() > MAX_LENGTH) {
      throw mistakes.tooLong(MAX_LENGTH, text.length());
    }
    HogqlLexer lexer = new HogqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(mistakes);
    CommonTokenStream stream = new CommonTokenStream(lexer);
    stream.fill();
    HogqlTokens tokens =
        new HogqlTokens(
            stream.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList(),
            mistakes);
    tokens.refuseTags();
    tokens.measure(level);
    tokens.markStatements();
    return stream;
  }

  /** {@code <Tag/>} where a value is expected. */
  private void refuseTags() {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (type(i) == HogqlParser.LESS && type(i + 1) == HogqlParser.NAME && opensValue(i - 1)) {
        throw mistakes.at(
            tokens.get(i),
            "cells of HTML such as <%s …/> are not served; select plain values."
                .formatted(tokens.get(i + 1).getText()));
      }
    }
  }

  private boolean opensValue(int place) {
    return switch (type(place)) {
      case HogqlParser.SELECT, HogqlParser.COMMA, HogqlParser.OPEN, HogqlParser.THEN -> true;
      default -> false;
    };
  }

  /** Counts what makes a parser go deeper, and finds the end of each parenthesis. */
  private void measure(int outer) {
    Deque<Integer> opened = new ArrayDeque<>();
    Deque<Integer> levels = new ArrayDeque<>(List.of(outer));
    int level = outer;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      if (closer(type) != 0 && !isMember(i)) {
        opened.push(i);
        levels.push(++level);
      } else if (!opened.isEmpty() && closer(type(opened.getFirst())) == type && !isMember(i)) {
        closing[opened.pop()] = i;
        levels.pop();
        level = levels.getFirst();
      } else {
        level = type == HogqlParser.COMMA ? levels.getFirst() : level + (descends(i) ? 1 : 0);
      }
      if (level > MAX_LEVELS) {
        throw mistakes.tooDeep(tokens.get(i), MAX_LEVELS);
      }
    }
  }

  private int type(int place) {
    return tokens.get(place).getType();
  }

  /** What ends what this opens, 0 when it opens nothing. */
  private static int closer(int type) {
    return switch (type) {
      case HogqlParser.OPEN -> HogqlParser.CLOSE;
      case HogqlParser.OPEN_BRACKET -> HogqlParser.CLOSE_BRACKET;
      case HogqlParser.OPEN_BRACE -> HogqlParser.CLOSE_BRACE;
      case HogqlParser.CASE -> HogqlParser.END;
      default -> 0;
    };
  }

  /** Whether CASE or END is the name of a member: {@code properties.end}. */
  private boolean isMember(int place) {
    return place > 0 && type(place - 1) == HogqlParser.DOT;
  }

  private boolean descends(int place) {
    return switch (type(place)) {
      case HogqlParser.QUESTION, HogqlParser.ARROW -> true;
      case HogqlParser.NOT, HogqlParser.MINUS -> place > 0 && type(place - 1) == type(place);
      default -> false;
    };
  }

  private void markStatements() {
    for (int i = tokens.size() - 2; i >= 0; i--) {
      if (tokens.get(i).getType() == HogqlParser.OPEN
          && holdsStatement(i)
          && tokens.get(i) instanceof CommonToken token) {
        token.setType(HogqlParser.OPEN_STATEMENT);
      }
    }
  }

  /** Parentheses inside were looked at before. */
  private boolean holdsStatement(int open) {
    return switch (tokens.get(open + 1).getType()) {
      case HogqlParser.SELECT, HogqlParser.WITH -> true;
      case HogqlParser.OPEN_STATEMENT -> isFollowedByStatement(closing[open + 1]);
      default -> false;
    };
  }

  private boolean isFollowedByStatement(int close) {
    if (close == 0 || close + 1 >= tokens.size()) {
      return false;
    }
    return switch (tokens.get(close + 1).getType()) {
      case HogqlParser.CLOSE, HogqlParser.UNION, HogqlParser.INTERSECT, HogqlParser.EXCEPT -> true;
      default -> false;
    };
  }
}
