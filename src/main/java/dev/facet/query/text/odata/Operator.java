package dev.facet.query.text.odata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How two values are compared. */
public enum Operator {
  EQ,
  NE,
  GT,
  GE,
  LT,
  LE;

  /** Whether it binds closer than the other kind: size before sameness. */
  boolean isOfSize() {
    return this != EQ && this != NE;
  }

  /** The operator as written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Operator> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /**
   * Whether it holds.
   *
   * @param order of the left value against the right one: below, at or above 0
   */
  boolean holds(int order) {
    return switch (this) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case LT -> order < 0;
      case LE -> order <= 0;
    };
  }
}
