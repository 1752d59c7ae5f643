package dev.facet.api.facet.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Mode;
import dev.facet.api.Statements;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Parameters;
import dev.facet.dashboard.question.Course;
import dev.facet.dashboard.question.View;
import dev.facet.form.DashboardFilters;
import dev.facet.form.Fields;
import dev.facet.form.FilterForm;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.DateText;
import dev.facet.query.choice.Choices;
import dev.facet.query.otql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A look at a dashboard as an address says it. */
public record Look(View view, Mode mode) {
  private static final String COMPARE_TO = "compare_to";
  private static final String SCOPE_QUERY = "scope_query";
  private static final List<String> PARAMETERS =
      List.of(
          "date_from",
          "date_to",
          "compare",
          COMPARE_TO,
          "interval",
          "properties",
          "variables",
          "filters",
          "segment_id",
          SCOPE_QUERY,
          "refresh");

  /** A caller's look; a parameter that is not known or makes no sense is refused. */
  static Look of(Parameters given) {
    return among(given, Set.of());
  }

  /**
   * A caller's look beside parameters that say something else.
   *
   * @param others the names of those
   */
  public static Look among(Parameters given, Set<String> others) {
    for (String name : given.values().keySet()) {
      if (!PARAMETERS.contains(name) && !others.contains(name)) {
        throw FailureException.invalid(
            "unknown_parameter",
            name,
            "There is no parameter '%s'; there are %s."
                .formatted(name, String.join(", ", both(others))));
      }
    }
    return read(View.Reach.EVERYTHING, given);
  }

  private static List<String> both(Set<String> others) {
    return Stream.concat(others.stream().sorted(), PARAMETERS.stream()).toList();
  }

  /** The look of a link's visitor, to whom these parameters have been left. */
  static Look offered(Parameters left) {
    return read(View.Reach.OFFERED, left);
  }

  private static Look read(View.Reach reach, Parameters given) {
    View view =
        new View(
            reach,
            filters(reach, given),
            scope(given),
            properties(given),
            said(given, "variables").map(text -> json(text, "variables")).orElse(null),
            course(given));
    return new Look(view, FacetWire.flag(given, "refresh") ? Mode.FORCE : Mode.FRESH);
  }

  private static Course course(Parameters given) {
    String shift = said(given, COMPARE_TO).orElse(null);
    if (shift != null) {
      DateText.parseRelative(shift, COMPARE_TO);
    }
    return new Course(
        shift != null || FacetWire.flag(given, "compare"),
        shift,
        said(given, "interval").map(Look::grain).orElse(null));
  }

  private static Grain grain(String word) {
    return Arrays.stream(Grain.values())
        .filter(grain -> grain.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Fields.notOneOf(
                    "interval", word, List.of("minute", "hour", "day", "week", "month")));
  }

  private static Optional<String> said(Parameters given, String name) {
    return given.first(name).filter(text -> !text.isEmpty());
  }

  /** Dates beside values of filters are a caller's way to say them. */
  private static ObjectNode filters(View.Reach reach, Parameters given) {
    ObjectNode filters = FacetWire.object();
    if (given.first("filters").isPresent()) {
      JsonNode sent = json(given.first("filters").get(), "filters");
      if (!sent.isObject()) {
        throw FailureException.invalid("wrong_type", "filters", "Give filters as a JSON object.");
      }
      filters.setAll((ObjectNode) sent);
      if (reach == View.Reach.OFFERED) {
        filters.remove(View.DATES);
      }
    }
    for (String date : View.DATES) {
      said(given, date).ifPresent(text -> filters.put(date, text));
      JsonNode value = filters.path(date);
      DateText.parse(value.isTextual() ? value.textValue() : null, date);
    }
    return filters;
  }

  private static Choices.Scope scope(Parameters given) {
    String query = given.first(SCOPE_QUERY).filter(text -> !text.isBlank()).orElse(null);
    return new Choices.Scope(
        said(given, "segment_id").orElse(null), query == null ? null : statement(query));
  }

  /** A statement as text, or as a document in JSON_OTQL. */
  private static Statement statement(String query) {
    boolean isDocument = query.stripLeading().startsWith("{");
    try {
      return Statements.of(isDocument ? "JSON_OTQL" : "OTQL", query, SCOPE_QUERY);
    } catch (FailureException e) {
      String path = e.failure().path();
      boolean isWithin = path != null && path.startsWith(SCOPE_QUERY);
      throw FailureException.invalid(
          e.failure().code(), isWithin ? path : SCOPE_QUERY, e.failure().message());
    }
  }

  private static @Nullable JsonNode properties(Parameters given) {
    JsonNode properties =
        said(given, "properties").map(text -> json(text, "properties")).orElse(null);
    if (properties != null) {
      FilterForm.read(DashboardFilters.ofEvents(properties), "properties");
    }
    return properties;
  }

  private static JsonNode json(String text, String name) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (FailureException e) {
      throw FailureException.invalid("malformed_json", name, "Give " + name + " as JSON.");
    }
  }
}
