package dev.facet.api.facet.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Result;
import dev.facet.api.Readers;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.question.Questions;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.overlay.GivenChoices;
import dev.facet.form.tree.FilterValues;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.transform.Figure;
import java.util.List;

/** The values that may be chosen for the filters of dashboards, each with what it is called. */
public record ValueLists(Dashboards dashboards, Readers readers, Answers answers) {

  /** Those of one filter of a dashboard that the actor sees. */
  public Response of(Project project, Actor actor, long dashboard, String name) {
    AvailableFilter filter = filter(actor, dashboard, name);
    FilterValues asked = FilterValues.of(filter);
    List<Result> results =
        answers.answer(readers.of(project), List.of(asked.values(), asked.labels()), Mode.FRESH);
    List<Figure.Point> values = points(filter, results.get(0));
    List<Figure.Point> labels = points(filter, results.get(1));
    ArrayNode written = FacetWire.array();
    for (int i = 0; i < values.size(); i++) {
      written.addObject().put("value", values.get(i).key()).put("label", labels.get(i).key());
    }
    ObjectNode body = FacetWire.object();
    body.set("results", written);
    return Response.json(200, body);
  }

  private AvailableFilter filter(Actor actor, long dashboard, String name) {
    List<AvailableFilter> available =
        dashboards.read(actor, reader -> Questions.available(reader.get(dashboard).content()));
    return GivenChoices.find(available, name)
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.NotFound(
                        "filter_not_found",
                        null,
                        GivenChoices.unknown(available, name, "name").failure().message())));
  }

  private static List<Figure.Point> points(AvailableFilter filter, Result result) {
    return switch (result) {
      case Result.Answered(Answer answer) when answer.figure() instanceof Figure.Points points ->
          points.points();
      case Result.Answered _ -> throw FilterValues.wrong(filter, "gives no buckets.");
      case Result.Failed(Failure failure) -> throw new FailureException(failure);
      case Result.Unknown _ ->
          throw new FailureException(new Failure.Upstream("unknown", "Not computed."));
    };
  }
}
