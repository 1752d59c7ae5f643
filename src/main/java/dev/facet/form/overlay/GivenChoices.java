package dev.facet.form.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.form.board.AvailableFilter;
import dev.facet.form.cube.CubeForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.choice.Choices;
import dev.facet.query.choice.Choices.Fragment;
import dev.facet.query.otql.Fragments;
import dev.facet.query.text.OtqlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that whoever looks at a dashboard chose for its available filters: {@code {"<technical
 * name>": ["value", …]}}. Names go by any case; one that the dashboard has not is refused.
 */
public final class GivenChoices {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String OTQL = "OTQL";

  private GivenChoices() {}

  /**
   * What the values narrow trees down to.
   *
   * @param given values by the names of filters
   * @param available the dashboard's filters
   * @param scope who is looked at
   * @param path where the values were given
   */
  public static Choices read(
      ObjectNode given, List<AvailableFilter> available, Choices.Scope scope, String path) {
    List<Fragment> fragments = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    for (var entry : given.properties()) {
      String at = path + "." + entry.getKey();
      AvailableFilter filter =
          find(available, entry.getKey()).orElseThrow(() -> unknown(available, entry.getKey(), at));
      if (!chosen.add(filter.name().toLowerCase(Locale.ROOT))) {
        throw FailureException.invalid(
            "given_twice", at, "Give the values of '" + filter.name() + "' once.");
      }
      List<String> values = values(filter, entry.getValue(), at);
      if (!values.isEmpty()) {
        filter.fragments().forEach(each -> fragments.addAll(fragments(filter, each, values)));
      }
    }
    return new Choices(fragments, scope);
  }

  /** The filter of a name. */
  public static Optional<AvailableFilter> find(List<AvailableFilter> available, String name) {
    return available.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /** That there is no filter of a name. */
  public static FailureException unknown(
      List<AvailableFilter> available, String name, String path) {
    List<String> names = available.stream().map(AvailableFilter::name).toList();
    return FailureException.invalid(
        "unknown_filter",
        path,
        "The dashboard has no filter '%s'; %s."
            .formatted(
                name, names.isEmpty() ? "it has none" : "there are " + String.join(", ", names)));
  }

  private static List<String> values(AvailableFilter filter, JsonNode given, String path) {
    if (given.isNull()) {
      return List.of();
    }
    if (!given.isArray()) {
      throw Fields.wrongType(path, "a list of values", given);
    }
    List<String> values = Fields.list(given, path, GivenChoices::value);
    if (values.size() > 1 && !filter.multiple()) {
      throw FailureException.invalid(
          "too_many_values",
          path,
          "The filter '%s' takes one value, not %d.".formatted(filter.name(), values.size()));
    }
    return values;
  }

  private static String value(JsonNode node, String path) {
    if (!node.isValueNode() || node.isNull()) {
      throw Fields.wrongType(path, "text, a number, true or false", node);
    }
    return node.asText();
  }

  private static List<Fragment> fragments(
      AvailableFilter filter, AvailableFilter.Fragment fragment, List<String> values) {
    if (fragment.type().equalsIgnoreCase(OTQL)) {
      try {
        return List.of(ofObjects(fragment, values));
      } catch (FailureException e) {
        return List.of(broken(filter, null, e));
      }
    }
    Optional<DataCube> own = DataCube.of(fragment.type().toLowerCase(Locale.ROOT));
    if (own.isEmpty()) {
      return List.of();
    }
    List<Fragment> fragments = new ArrayList<>();
    for (DataCube cube : DataCube.values()) {
      if (cube == own.get() || own.get() == DataCube.ACTIVITIES_ANALYTICS) {
        JsonNode all = filled(fragment.fragment(), values);
        try {
          fragments.add(ofFacts(cube, cube == own.get() ? all : known(all, cube)));
        } catch (FailureException e) {
          fragments.add(broken(filter, cube, e));
        }
      }
    }
    return fragments;
  }

  private static Fragment broken(
      AvailableFilter filter, @Nullable DataCube cube, FailureException e) {
    String said =
        "The filter '%s' cannot be applied: %s".formatted(filter.name(), e.failure().message());
    return new Fragment.Broken(
        cube, new Failure.Invalid(e.failure().code(), "available_filters", said));
  }

  private static Fragment ofObjects(AvailableFilter.Fragment fragment, List<String> values) {
    String type = fragment.start();
    if (type == null || !fragment.fragment().isTextual()) {
      throw FailureException.invalid(
          "invalid_fragment",
          "query_fragments",
          "A fragment of type OTQL is text, and has a starting_object_type.");
    }
    return new Fragment.OfObjects(
        type,
        Fragments.given(OtqlText.condition(fragment.fragment().textValue()), "values", values));
  }

  private static Fragment ofFacts(DataCube cube, JsonNode filters) {
    return new Fragment.OfFacts(cube, CubeForm.filters(cube, filters, "query_fragments"));
  }

  /** The filters with the values for what stood there in their place. */
  private static JsonNode filled(JsonNode filters, List<String> values) {
    JsonNode all = filters.deepCopy();
    for (JsonNode filter : all) {
      if (filter instanceof ObjectNode object) {
        ArrayNode expressions = object.putArray("expressions");
        values.forEach(expressions::add);
      }
    }
    return all;
  }

  /** Of the filters of another cube those by dimensions that this one has, too. */
  private static ArrayNode known(JsonNode filters, DataCube cube) {
    ArrayNode known = NODES.arrayNode();
    for (JsonNode filter : filters) {
      if (cube.dimension(filter.path("dimension_name").asText()).isPresent()) {
        known.add(filter);
      }
    }
    return known;
  }
}
