package dev.facet.api.facet.place;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.model.Project;
import java.util.Comparator;
import java.util.Locale;

/** A project's segments, which are its cohorts, by name. */
record SegmentsResource(Glossary glossary) {

  Response list(Request request) {
    ArrayNode results = FacetWire.array();
    glossary.defined(request.recall(Project.class).id()).of(Kind.COHORT).stream()
        .map(SegmentsResource::shown)
        .sorted(
            Comparator.comparing(segment -> segment.path("name").asText().toLowerCase(Locale.ROOT)))
        .forEach(results::add);
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  private static ObjectNode shown(Definition cohort) {
    return FacetWire.object()
        .put("id", Long.toString(cohort.id()))
        .put("name", cohort.draft().label());
  }
}
