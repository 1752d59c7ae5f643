package dev.facet.query.text.odata;

import dev.facet.model.FailureException;

/**
 * A text that is being read, which mistakes are told of.
 *
 * @param path where it stands in the request
 */
record Source(String text, String path) {
  /** No filter is longer. */
  static final int MAX_LENGTH = 10_000;

  Source {
    if (text.length() > MAX_LENGTH) {
      throw FailureException.invalid(
          "too_long",
          path,
          "%s has at most %d characters, not %d.".formatted(path, MAX_LENGTH, text.length()));
    }
  }

  /**
   * The failure of a text that makes no sense.
   *
   * @param at where, from 0; shown from 1
   */
  FailureException mistake(int at, String sentence) {
    return FailureException.invalid(
        "malformed",
        path,
        "At character %d: %s".formatted(text.codePointCount(0, at) + 1, sentence));
  }
}
