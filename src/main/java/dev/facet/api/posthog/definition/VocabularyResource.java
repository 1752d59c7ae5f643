package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.definition.Glossary;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.plan.Plan;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import dev.facet.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/property_definitions/} and {@code …/event_definitions/}: names that data taught. Types
 * of properties may be named by hand, which then overrules what values look like.
 */
record VocabularyResource(Store store, Glossary glossary) {
  private static final String TYPE = "property_type";

  /**
   * A name that was seen.
   *
   * @param owner of a property; empty for an event
   */
  private record Word(
      UUID id, String owner, String name, @Nullable String type, long first, long last) {}

  Response properties(Call call) {
    Predicate<Word> wanted = ofType(call).and(named(call)).and(numerical(call));
    List<Word> found =
        propertyWords(call).stream()
            .filter(wanted)
            .sorted(Comparator.comparing(Word::name).thenComparing(Word::owner))
            .toList();
    return Listing.page(call, found, VocabularyResource::showProperty);
  }

  private static Predicate<Word> ofType(Call call) {
    String type = call.request().query("type").orElse("event");
    return switch (type) {
      case "event", "person" -> word -> word.owner().equals(type);
      case "group" -> {
        Optional<String> index = call.request().query("group_type_index");
        String owner = "group_" + index.orElse("");
        yield word -> index.isEmpty() ? word.owner().startsWith(owner) : word.owner().equals(owner);
      }
      case "session" -> word -> false;
      default ->
          throw FailureException.invalid(
              "invalid_choice", "type", "\"" + type + "\" is not a valid choice.");
    };
  }

  private static Predicate<Word> named(Call call) {
    Predicate<String> search = Listing.search(call);
    Optional<Set<String>> names =
        call.request().query("properties").map(text -> Set.of(text.split(",", -1)));
    return word ->
        search.test(word.name()) && (names.isEmpty() || names.get().contains(word.name()));
  }

  private static Predicate<Word> numerical(Call call) {
    boolean only = call.request().query("is_numerical").filter("true"::equals).isPresent();
    return word -> !only || PropertyType.NUMERIC.word().equals(word.type());
  }

  Response property(Call call) {
    return Response.json(200, showProperty(find(call, propertyWords(call))));
  }

  /** Names the type of a property; null goes back to what its values look like. */
  Response change(Call call) {
    Word word = find(call, propertyWords(call));
    Input input = call.input();
    if (input.has(TYPE)) {
      glossary.setType(call.project().id(), word.owner(), word.name(), type(input));
    }
    return property(call);
  }

  private static @Nullable PropertyType type(Input input) {
    return input.at(TYPE).isNull()
        ? null
        : PropertyType.of(input.choice(TYPE, Set.copyOf(PropertyType.words()))).orElse(null);
  }

  Response events(Call call) {
    Predicate<String> search = Listing.search(call);
    List<Word> found =
        eventWords(call).stream()
            .filter(word -> search.test(word.name()))
            .sorted(Comparator.comparing(Word::name))
            .toList();
    return Listing.page(call, found, VocabularyResource::showEvent);
  }

  Response event(Call call) {
    return Response.json(200, showEvent(find(call, eventWords(call))));
  }

  private static Word find(Call call, List<Word> words) {
    String id = call.request().pathParameter("id");
    return words.stream()
        .filter(word -> word.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("There is no such definition."));
  }

  private List<Word> propertyWords(Call call) {
    PropertyTypes named = glossary.defined(call.project().id()).types();
    List<Word> words = new ArrayList<>();
    for (List<@Nullable Object> row : rows(call, Datasets.PROPERTY_DEFINITIONS)) {
      String owner = String.valueOf(row.get(0));
      String name = String.valueOf(row.get(1));
      PropertyType byHand = named.of(owner, name);
      String type =
          byHand != null ? byHand.word() : row.get(2) instanceof String word ? word : null;
      words.add(
          new Word(
              id(call, owner, name), owner, name, type, number(row.get(3)), number(row.get(4))));
    }
    return words;
  }

  private List<Word> eventWords(Call call) {
    List<Word> words = new ArrayList<>();
    for (List<@Nullable Object> row : rows(call, Datasets.EVENT_DEFINITIONS)) {
      String name = String.valueOf(row.get(0));
      words.add(
          new Word(id(call, "", name), "", name, null, number(row.get(1)), number(row.get(2))));
    }
    return words;
  }

  private List<List<@Nullable Object>> rows(Call call, Dataset dataset) {
    return store.run(call.project().id(), new Plan.Scan(dataset)).rows();
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }

  /** Always the same for a name of a project. */
  private static UUID id(Call call, String owner, String name) {
    String all = "facet:word:" + call.project().id() + ":" + owner + ":" + name;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode showProperty(Word word) {
    ObjectNode node = PostHogWire.object();
    node.put("id", word.id().toString());
    node.put("name", word.name());
    node.put("is_numerical", PropertyType.NUMERIC.word().equals(word.type()));
    node.put(TYPE, word.type());
    node.put("type", word.owner().startsWith("group_") ? "group" : word.owner());
    node.put("created_at", time(word.first()));
    node.put("last_seen_at", time(word.last()));
    node.set("tags", PostHogWire.array());
    node.putNull("is_seen_on_filtered_events");
    return node;
  }

  private static ObjectNode showEvent(Word word) {
    ObjectNode node = PostHogWire.object();
    node.put("id", word.id().toString());
    node.put("name", word.name());
    node.put("created_at", time(word.first()));
    node.put("last_seen_at", time(word.last()));
    node.set("tags", PostHogWire.array());
    node.put("is_action", false);
    return node;
  }

  private static @Nullable String time(long micros) {
    return PostHogWire.time(Micros.toInstant(micros));
  }
}
