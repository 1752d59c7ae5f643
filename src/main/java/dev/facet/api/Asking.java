package dev.facet.api;

import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Result;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.model.Table;
import dev.facet.query.Query;
import java.util.List;

/** Asks questions that stand by no dashboard. */
public record Asking(Answers answers, Readers readers) {

  /** The answers in the order of the questions, or what went wrong with one of them. */
  public List<Table> ask(Project project, Query... queries) {
    return answers.answer(readers.of(project), List.of(queries), Mode.FRESH).stream()
        .map(Asking::table)
        .toList();
  }

  private static Table table(Result result) {
    return switch (result) {
      case Result.Answered(Answer answer) -> answer.planned().shape().page(answer.table());
      case Result.Failed(Failure failure) -> throw new FailureException(failure);
      case Result.Unknown _ -> throw new IllegalStateException("A question was not answered");
    };
  }
}
