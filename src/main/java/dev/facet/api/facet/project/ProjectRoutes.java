package dev.facet.api.facet.project;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;
import static dev.facet.api.http.Requirement.KNOWN;

import dev.facet.access.Accounts;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Route;
import dev.facet.definition.Glossary;
import java.util.List;

/** The index of projects and of what is set up for them. */
public final class ProjectRoutes {
  private static final String PROJECTS = "/facet/v1/projects";
  private static final String PROJECT = PROJECTS + "/{project}";
  private static final String CURRENCY = PROJECT + "/currency";
  private static final Requirement READ = Requirement.scope("project:read");
  private static final Requirement WRITE = Requirement.scope("project:write");

  private ProjectRoutes() {}

  public static List<Route> of(Accounts accounts, Glossary glossary) {
    ProjectsResource projects = new ProjectsResource(accounts);
    CurrencyResource currency = new CurrencyResource(glossary);
    return List.of(
        Route.of(GET, PROJECTS, KNOWN, "The caller's projects", projects::list),
        Route.of(POST, PROJECTS, KNOWN, "Make a project", projects::create),
        Route.of(GET, PROJECT, READ, "A project and how it is set up", projects::get),
        Route.of(PATCH, PROJECT, WRITE, "Change a project", projects::change),
        Route.of(GET, CURRENCY, READ, "What money is converted to", currency::show),
        Route.of(PUT, CURRENCY, WRITE, "Convert money to a currency", currency::set),
        Route.of(DELETE, CURRENCY, WRITE, "Leave money as it is", currency::remove));
  }
}
