package dev.facet.query.text.odata;

import dev.facet.query.text.odata.Expression.Literal;
import java.util.Optional;

/** Values as they are written. */
final class Literals {
  private Literals() {}

  /** The value a word stands for, empty when it stands for none. */
  static Optional<Literal> of(Token token) {
    return switch (token.kind()) {
      case TEXT -> Optional.of(new Literal(token.value(), ValueType.TEXT));
      case NUMBER -> Optional.of(new Literal(token.value(), ValueType.NUMBER));
      case INSTANT -> Optional.of(new Literal(token.value(), ValueType.INSTANT));
      case NAME -> named(token.text());
      case OPEN, CLOSE, COMMA, END -> Optional.empty();
    };
  }

  private static Optional<Literal> named(String word) {
    return switch (word) {
      case "true" -> Optional.of(new Literal(true, ValueType.TRUTH));
      case "false" -> Optional.of(new Literal(false, ValueType.TRUTH));
      case "null" -> Optional.of(new Literal(null, ValueType.NOTHING));
      default -> Optional.empty();
    };
  }
}
