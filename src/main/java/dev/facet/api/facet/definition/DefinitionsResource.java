package dev.facet.api.facet.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.facet.access.Caller;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.Slice;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.catalog.SearchText;
import dev.facet.definition.Author;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Definitions of one kind: list, make, show, change and delete them.
 *
 * @param own the fields that are particular to the kind
 */
public record DefinitionsResource(Glossary glossary, Kind kind, Set<String> own) {

  public static DefinitionsResource ofActions(Glossary glossary) {
    return new DefinitionsResource(glossary, Kind.ACTION, Set.of("steps", "tags"));
  }

  public static DefinitionsResource ofCohorts(Glossary glossary) {
    return new DefinitionsResource(glossary, Kind.COHORT, Set.of("is_static", "filters"));
  }

  /** Those whose names hold {@code search}, by name. */
  public Response list(Request request) {
    Slice slice = Slice.of(request);
    String search = SearchText.fold(request.query("search").orElse("").strip());
    List<Definition> found =
        glossary.defined(project(request)).of(kind).stream()
            .filter(each -> SearchText.fold(each.draft().label()).contains(search))
            .sorted(
                Comparator.comparing((Definition each) -> SearchText.fold(each.draft().label())))
            .toList();
    ArrayNode results = FacetWire.array();
    found.stream()
        .skip(slice.offset())
        .limit(slice.limit())
        .forEach(each -> results.add(DefinitionWire.shown(each)));
    long end = slice.offset() + results.size();
    return Response.json(
        200, FacetWire.list(results, found.size(), end < found.size() ? (Long) end : null));
  }

  public Response create(Request request) {
    Author author = new Author(project(request), request.recall(Caller.class).user().id());
    return Response.json(
        201, DefinitionWire.shown(glossary.create(author, kind, input(request).over(Draft.EMPTY))));
  }

  public Response get(Request request) {
    return Response.json(200, DefinitionWire.shown(find(request)));
  }

  public Response change(Request request) {
    find(request);
    DefinitionInput input = input(request);
    return Response.json(
        200,
        DefinitionWire.shown(
            glossary.change(project(request), kind, id(request), false, input::over)));
  }

  /** Charts that ask for it fail from then on, and say so. */
  public Response delete(Request request) {
    find(request);
    glossary.change(project(request), kind, id(request), false, before -> before.withDeleted(true));
    return Response.empty(204);
  }

  Definition find(Request request) {
    return glossary
        .find(project(request), kind, id(request))
        .orElseThrow(() -> unknown(id(request)));
  }

  private FailureException unknown(long id) {
    String word = kind == Kind.ACTION ? "action" : "cohort";
    return new FailureException(
        new Failure.NotFound(word + "_not_found", null, "There is no " + word + " " + id + "."));
  }

  private DefinitionInput input(Request request) {
    return new DefinitionInput(Json.read(request.body()), own);
  }

  private static long project(Request request) {
    return request.recall(Project.class).id();
  }

  private static long id(Request request) {
    return request.pathNumber("id");
  }
}
