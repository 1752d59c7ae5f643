package dev.facet.answer;

import dev.facet.model.Failure;

/** What became of a question. */
public sealed interface Result {

  /** It was answered. */
  record Answered(Answer answer) implements Result {}

  /** It could not be answered. */
  record Failed(Failure failure) implements Result {}

  /** It was never computed, and was not to be. */
  record Unknown() implements Result {}
}
