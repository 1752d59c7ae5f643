package dev.facet.api.mediarithmics;

import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.query.Query;
import java.util.List;

/** Asks one question. */
record Asking(Answers answers, Readers readers) {

  /**
   * The answer, or what went wrong.
   *
   * @param cached whether an answer that was computed before will do as long as it still holds
   */
  Answer ask(Project project, Query query, boolean cached) {
    Mode mode = cached ? Mode.FRESH : Mode.FORCE;
    Result result = answers.answer(readers.of(project), List.of(query), mode).getFirst();
    return switch (result) {
      case Result.Answered(Answer answer) -> answer;
      case Result.Failed(Failure failure) -> throw new FailureException(failure);
      case Result.Unknown unknown -> throw new IllegalStateException("Not answered: " + query);
    };
  }
}
