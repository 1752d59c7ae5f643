package dev.facet.answer;

import dev.facet.query.Definitions;

/**
 * For whom a question is answered. Equal readers see the same.
 *
 * @param project whose data is asked about
 * @param policy which of its rows the reader may see, by name
 * @param definitions what the question's words mean there
 */
public record Reader(long project, String policy, Definitions definitions) {
  /** The policy of those who see every row of the project. */
  public static final String EVERYTHING = "everything";

  /** A reader who sees every row of the project. */
  public static Reader of(long project, Definitions definitions) {
    return new Reader(project, EVERYTHING, definitions);
  }
}
