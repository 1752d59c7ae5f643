package dev.facet.api.posthog.definition;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;

import dev.facet.access.Accounts;
import dev.facet.api.Readers;
import dev.facet.api.http.Method;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.definition.Glossary;
import dev.facet.ingest.Ingest;
import dev.facet.store.Store;
import java.time.InstantSource;
import java.util.function.Function;

/** The part of the vendor's index that is about what people define and what data taught. */
public record DefinitionRoutes(Adder index) {

  /** Adds a route about a project. */
  @FunctionalInterface
  public interface Adder {
    void add(
        Method method, String path, String scope, String summary, Function<Call, Response> handler);
  }

  /** What the resources work with. */
  public record Parts(
      Glossary glossary,
      Accounts accounts,
      Readers readers,
      Store store,
      Ingest ingest,
      InstantSource clock) {}

  /** Adds them all. */
  public void all(Parts parts) {
    Glossary glossary = parts.glossary();
    actions(new ActionsResource(glossary, parts.accounts()));
    variables(new VariablesResource(glossary, parts.accounts()));
    Persons persons = new Persons(parts.store(), parts.readers(), parts.clock());
    cohorts(new CohortsResource(glossary, parts.accounts(), parts.ingest(), persons));
    persons(new PersonsResource(persons));
    groups(new GroupsResource(parts.store()));
    vocabulary(new VocabularyResource(parts.store(), glossary));
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

  private void cohorts(CohortsResource cohorts) {
    String one = "/cohorts/{id}";
    index.add(GET, "/cohorts", "cohort:read", "List cohorts", cohorts::list);
    index.add(POST, "/cohorts", "cohort:write", "Create a cohort", cohorts::create);
    index.add(GET, one, "cohort:read", "Show a cohort", cohorts::retrieve);
    index.add(PATCH, one, "cohort:write", "Change a cohort", cohorts::update);
    index.add(PUT, one, "cohort:write", "Change a cohort", cohorts::update);
    index.add(DELETE, one, "cohort:write", "Refused: change deleted", cohorts::delete);
    index.add(GET, one + "/persons", "cohort:read", "Who is in a cohort", cohorts::persons);
    index.add(
        PATCH,
        one + "/add_persons_to_static_cohort",
        "cohort:write",
        "Put persons into a cohort",
        cohorts::add);
  }

  private void persons(PersonsResource persons) {
    index.add(GET, "/persons", "person:read", "List persons", persons::list);
    index.add(GET, "/persons/{id}", "person:read", "Show a person", persons::retrieve);
  }

  private void groups(GroupsResource groups) {
    index.add(GET, "/groups_types", "person:read", "List types of groups", groups::types);
    index.add(GET, "/groups", "person:read", "List groups", groups::list);
    index.add(GET, "/groups/find", "person:read", "Show a group", groups::find);
  }

  private void vocabulary(VocabularyResource words) {
    String properties = "/property_definitions";
    String read = "property_definition:read";
    String write = "property_definition:write";
    index.add(GET, properties, read, "List properties", words::properties);
    index.add(GET, properties + "/{id}", read, "Show a property", words::property);
    index.add(PATCH, properties + "/{id}", write, "Name a property's type", words::change);
    String events = "/event_definitions";
    index.add(GET, events, "event_definition:read", "List names of events", words::events);
    index.add(GET, events + "/{id}", "event_definition:read", "Show one", words::event);
  }
}
