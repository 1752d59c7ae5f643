package dev.facet.api.posthog.definition;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;

import dev.facet.access.Accounts;
import dev.facet.api.http.Method;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.definition.Glossary;
import java.util.function.Function;

/** The part of the vendor's index that is about what people define and what data taught. */
public record DefinitionRoutes(Adder index) {

  /** Adds a route about a project. */
  @FunctionalInterface
  public interface Adder {
    void add(
        Method method, String path, String scope, String summary, Function<Call, Response> handler);
  }

  /** Adds them all. */
  public void all(Glossary glossary, Accounts accounts) {
    actions(new ActionsResource(glossary, accounts));
    variables(new VariablesResource(glossary, accounts));
  }

  private void actions(ActionsResource actions) {
    String one = "/actions/{id}";
    index.add(GET, "/actions", "action:read", "List actions", actions::list);
    index.add(POST, "/actions", "action:write", "Create an action", actions::create);
    index.add(GET, one, "action:read", "Show an action", actions::retrieve);
    index.add(PATCH, one, "action:write", "Change an action", actions::update);
    index.add(PUT, one, "action:write", "Change an action", actions::update);
    index.add(DELETE, one, "action:write", "Refused: change deleted", actions::delete);
  }

  private void variables(VariablesResource variables) {
    String all = "/insight_variables";
    String one = all + "/{id}";
    String read = "insight_variable:read";
    String write = "insight_variable:write";
    index.add(GET, all, read, "List variables", variables::list);
    index.add(POST, all, write, "Create a variable", variables::create);
    index.add(GET, one, read, "Show a variable", variables::retrieve);
    index.add(PATCH, one, write, "Change a variable", variables::update);
    index.add(PUT, one, write, "Change a variable", variables::update);
    index.add(DELETE, one, write, "Delete a variable", variables::delete);
  }
}
