package dev.facet.query.text.odata;

import org.jspecify.annotations.Nullable;

/**
 * A word of a text.
 *
 * @param text as written
 * @param value of a literal, null for other kinds
 * @param at where it begins, from 0
 * @param spaced whether a blank stands before it
 */
record Token(Kind kind, String text, @Nullable Object value, int at, boolean spaced) {
  private static final int MAX_SHOWN = 60;

  /** What a word is. */
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    INSTANT,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether this is a name, and this one. */
  boolean is(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** The word in a sentence, cut off when it is long. */
  String phrase() {
    return kind == Kind.END ? "the end" : "\"" + shown() + "\"";
  }

  /** The word as written, cut off when it is long. */
  String shown() {
    return text.codePointCount(0, text.length()) <= MAX_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "…";
  }
}
