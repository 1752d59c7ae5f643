package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.definition.Persons.Person;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.definition.CohortForm;
import dev.facet.model.FailureException;
import dev.facet.plan.Plan;
import dev.facet.query.Cohort.Criterion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code …/persons/}: list, search, show. */
record PersonsResource(Persons persons) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  Response list(Call call) {
    Optional<String> distinctId = call.request().query("distinct_id");
    if (distinctId.isPresent()) {
      List<Person> one = persons.byDistinctId(call.project(), distinctId.get()).stream().toList();
      return page(call, paging(call), new Persons.Page(one, one.size()));
    }
    Plan found = persons.profiles();
    Optional<String> properties = call.request().query("properties");
    if (properties.isPresent() && !properties.get().matches("\\s*(\\[\\s*])?\\s*")) {
      found = persons.among(found, persons.having(call.project(), criteria(properties.get())));
    }
    String email = call.request().query("email").orElse("");
    if (!email.isEmpty()) {
      found = persons.among(found, persons.having(call.project(), hasEmail(email)));
    }
    String search = call.request().query("search").orElse("").strip();
    if (!search.isEmpty()) {
      found = persons.matching(call.project(), found, search);
    }
    return page(call, persons, found);
  }

  private static Criterion hasEmail(String email) {
    ArrayNode filters = PostHogWire.array();
    filters.addObject().put("key", "email").put("value", email).put("type", "person");
    return CohortForm.criteria(filters, "email");
  }

  private static Criterion criteria(String json) {
    try {
      return CohortForm.criteria(Json.read(json.getBytes(StandardCharsets.UTF_8)), "properties");
    } catch (FailureException e) {
      if (e.failure().code().equals("malformed_json")) {
        throw FailureException.invalid("invalid_input", "properties", "Properties are unparsable!");
      }
      throw e;
    }
  }

  Response retrieve(Call call) {
    return Response.json(
        200,
        show(
            persons
                .find(call.project(), call.request().pathParameter("id"))
                .orElseThrow(() -> FailureException.notFound("There is no such person."))));
  }

  private static Paging paging(Call call) {
    return Paging.lenient(call.request(), USUAL_PAGE, LARGEST_PAGE);
  }

  /** The page of these persons that a call asks for. */
  static Response page(Call call, Persons persons, Plan found) {
    Paging paging = paging(call);
    return page(call, paging, persons.page(call.project(), found, paging));
  }

  private static Response page(Call call, Paging paging, Persons.Page page) {
    return Response.json(
        200,
        PostHogWire.page(
            page.total(),
            paging.next(call.request(), page.total()).orElse(null),
            paging.previous(call.request()).orElse(null),
            page.persons().stream().map(PersonsResource::show).toList()));
  }

  private static ObjectNode show(Person person) {
    ObjectNode node = PostHogWire.object();
    node.put("id", person.uuid());
    node.put("uuid", person.uuid());
    node.put("type", "person");
    node.put("name", name(person));
    node.set("distinct_ids", PostHogWire.texts(person.distinctIds()));
    node.set("properties", Json.MAPPER.valueToTree(person.properties()));
    node.put("created_at", PostHogWire.time(person.createdAt()));
    node.put("is_identified", person.identified());
    return node;
  }

  /** What people call the person: its address, its name, else an id. */
  private static String name(Person person) {
    for (String key : List.of("email", "name", "username")) {
      if (person.properties().get(key) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return person.distinctIds().isEmpty() ? person.uuid() : person.distinctIds().getFirst();
  }
}
