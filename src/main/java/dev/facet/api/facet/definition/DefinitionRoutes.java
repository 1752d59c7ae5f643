package dev.facet.api.facet.definition;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;

import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.definition.Glossary;
import dev.facet.ingest.Ingest;
import java.util.ArrayList;
import java.util.List;

/** The part of our own API that is about what people define. */
public final class DefinitionRoutes {
  private static final String PROJECT = "/facet/v1/projects/{project}";

  private DefinitionRoutes() {}

  public static List<Route> of(Glossary glossary, Ingest ingest) {
    DefinitionsResource cohorts = DefinitionsResource.ofCohorts(glossary);
    List<Route> routes = new ArrayList<>();
    routes.addAll(of(DefinitionsResource.ofActions(glossary), "action", "an action"));
    routes.addAll(of(cohorts, "cohort", "a cohort"));
    routes.add(
        Route.of(
            POST,
            PROJECT + "/cohorts/{id}/members",
            Requirement.scope("cohort:write"),
            "Put persons into a cohort",
            new MembersResource(cohorts, ingest)::add));
    return routes;
  }

  private static List<Route> of(DefinitionsResource resource, String word, String one) {
    Requirement read = Requirement.scope(word + ":read");
    Requirement write = Requirement.scope(word + ":write");
    String all = PROJECT + "/" + word + "s";
    String single = all + "/{id}";
    return List.of(
        Route.of(GET, all, read, "List " + word + "s", resource::list),
        Route.of(POST, all, write, "Make " + one, resource::create),
        Route.of(GET, single, read, "Show " + one, resource::get),
        Route.of(PATCH, single, write, "Change " + one, resource::change),
        Route.of(DELETE, single, write, "Delete " + one, resource::delete));
  }
}
