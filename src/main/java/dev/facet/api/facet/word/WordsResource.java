package dev.facet.api.facet.word;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Readers;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.Slice;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.catalog.SearchText;
import dev.facet.dataset.Datasets;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.plan.Plan;
import dev.facet.query.text.OtqlCompletion;
import dev.facet.query.type.PropertyTypes;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names that questions may use, and what may be written next in OTQL. */
public final class WordsResource {
  private static final List<String> KINDS =
      List.of(
          "event",
          "event_property",
          "person_property",
          "group_property",
          "group_type",
          "session_property",
          "event_metadata",
          "widget",
          "cube",
          "cube_dimension",
          "cube_metric");

  private final Store store;
  private final Readers readers;

  public WordsResource(Store store, Readers readers) {
    this.store = store;
    this.readers = readers;
  }

  /**
   * The names of a {@code kind} that hold {@code search}, by name; {@code of} says of which cube or
   * type of group.
   */
  public Response list(Request request) {
    Slice slice = Slice.of(request);
    String search = SearchText.fold(request.query("search").orElse("").strip());
    List<Word> found =
        words(request).stream()
            .filter(word -> SearchText.fold(word.name()).contains(search))
            .sorted(Comparator.comparing(Word::name))
            .toList();
    ArrayNode results = FacetWire.array();
    found.stream()
        .skip(slice.offset())
        .limit(slice.limit())
        .forEach(word -> results.add(word.shown()));
    long end = slice.offset() + results.size();
    return Response.json(
        200, FacetWire.list(results, found.size(), end < found.size() ? (Long) end : null));
  }

  private List<Word> words(Request request) {
    Project project = request.recall(Project.class);
    String kind = request.query("kind").orElse("");
    @Nullable String of = request.query("of").orElse(null);
    return switch (kind) {
      case "event" -> events(project);
      case "event_property" -> properties(project, PropertyTypes.EVENT);
      case "person_property" -> properties(project, PropertyTypes.PERSON);
      case "group_property" -> properties(project, PropertyTypes.group(groupType(of)));
      case "group_type" -> groupTypes(project);
      case "session_property" -> FixedWords.ofSessions();
      case "event_metadata" -> FixedWords.ofColumns();
      case "widget" -> FixedWords.ofWidgets();
      case "cube" -> FixedWords.ofCubes();
      case "cube_dimension" -> FixedWords.ofDimensions(of);
      case "cube_metric" -> FixedWords.ofMetrics(of);
      default -> throw Fields.notOneOf("kind", kind, KINDS);
    };
  }

  private static int groupType(@Nullable String of) {
    if (of == null || !of.matches("[0-4]")) {
      throw FailureException.invalid(
          "out_of_range", "of", "Say in \"of\" which type of group: its index, 0 to 4.");
    }
    return Integer.parseInt(of);
  }

  private List<Word> groupTypes(Project project) {
    return store.run(project.id(), new Plan.Scan(Datasets.GROUP_TYPES)).rows().stream()
        .map(row -> new Word(String.valueOf(row.get(0)), null, (Long) row.get(1)))
        .toList();
  }

  private List<Word> events(Project project) {
    return store.run(project.id(), new Plan.Scan(Datasets.EVENT_DEFINITIONS)).rows().stream()
        .map(row -> Word.of(String.valueOf(row.get(0))))
        .toList();
  }

  private List<Word> properties(Project project, String owner) {
    PropertyTypes types = readers.of(project).definitions().propertyTypes();
    List<Word> words = new ArrayList<>();
    for (List<@Nullable Object> row :
        store.run(project.id(), new Plan.Scan(Datasets.PROPERTY_DEFINITIONS)).rows()) {
      if (owner.equals(row.get(0))) {
        String name = String.valueOf(row.get(1));
        var type = types.of(owner, name);
        words.add(Word.of(name, type == null ? null : type.word()));
      }
    }
    return words;
  }

  /** What may stand at {@code row} and {@code column} (from 1) of an OTQL text. */
  public Response otql(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    String text = fields.requiredText("query");
    int row = from1(fields, "row");
    int column = from1(fields, "column");
    fields.done();
    PropertyTypes types = readers.of(request.recall(Project.class)).definitions().propertyTypes();
    ArrayNode results = FacetWire.array();
    OtqlCompletion.at(text, row, column, types)
        .forEach(suggestion -> results.add(shown(suggestion)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  private static ObjectNode shown(OtqlCompletion.Suggestion suggestion) {
    String field = suggestion.field();
    return FacetWire.object()
        .put("name", field == null ? suggestion.objectType() : field)
        .put("type", suggestion.kind().name().toLowerCase(Locale.ROOT));
  }

  private static int from1(Fields fields, String field) {
    Integer number = fields.integer(field);
    if (number == null) {
      throw Fields.missing(fields.path(field));
    }
    if (number < 1) {
      throw FailureException.invalid(
          "out_of_range", fields.path(field), "Give a whole number from 1, not " + number + ".");
    }
    return number;
  }
}
