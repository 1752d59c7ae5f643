package dev.facet.api.facet.definition;

import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.definition.CohortForm;
import dev.facet.definition.Definition;
import dev.facet.form.Fields;
import dev.facet.ingest.Ingest;
import dev.facet.model.FailureException;
import dev.facet.query.Cohort.Rule;
import java.time.Duration;
import java.util.List;

/** {@code …/cohorts/{id}/members}: puts persons into a cohort that is a list. */
public record MembersResource(DefinitionsResource cohorts, Ingest ingest) {
  /** How long an answer waits for members to be visible, so that the next question sees them. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MOST = 100_000;

  /** Takes {@code {"distinct_ids"}}; who is nobody is passed over. */
  public Response add(Request request) {
    Definition cohort = cohorts.find(request);
    if (!(CohortForm.read(cohort.id(), cohort.draft()).rule() instanceof Rule.Listed)) {
      throw FailureException.invalid(
          "not_a_list", null, "Only a cohort that is a list takes persons; this one has a rule.");
    }
    Fields fields = Fields.of(Json.read(request.body()), "");
    List<String> ids = fields.list("distinct_ids", Fields::text);
    fields.done();
    if (ids.isEmpty() || ids.size() > MOST) {
      throw FailureException.invalid(
          "row_count",
          "distinct_ids",
          "Give 1 to %d ids at a time, not %d.".formatted(MOST, ids.size()));
    }
    long project = request.pathNumber("project");
    ingest.settle(ingest.addMembers(project, cohort.id(), ids, List.of()), PATIENCE);
    return Response.json(200, FacetWire.object().put("accepted", ids.size()));
  }
}
