package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.query.FunnelQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.PathsQuery.Cleaning;
import dev.facet.query.PathsQuery.Kind;
import dev.facet.query.PathsQuery.Part;
import dev.facet.query.PropertyRef;
import dev.facet.query.Syntax;
import dev.facet.query.text.HogqlText;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code PathsQuery} nodes. */
final class PathsForm {
  private static final List<String> KINDS =
      List.of("$pageview", "$screen", "custom_event", "hogql");
  private static final List<String> SIDES =
      List.of("funnel_path_before_step", "funnel_path_between_steps", "funnel_path_after_step");

  private PathsForm() {}

  static PathsQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    Fields options = fields.object("pathsFilter").orElseGet(Fields::none);
    passDrawing(options);
    PathsQuery query =
        new PathsQuery(
            InsightForm.range(fields),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            kinds(options),
            written(options),
            group(fields),
            place(options.text("startPoint")),
            place(options.text("endPoint")),
            options.list("excludeEvents", Fields::text),
            options.list("pathGroupings", Fields::text),
            cleanings(options),
            Objects.requireNonNullElse(options.integer("stepLimit"), PathsQuery.DEFAULT_LENGTH),
            Objects.requireNonNullElse(options.integer("edgeLimit"), PathsQuery.DEFAULT_LIMIT),
            options.integer("minEdgeWeight"),
            options.integer("maxEdgeWeight"),
            fields.object("funnelPathsFilter").map(PathsForm::part).orElse(null),
            InsightForm.sampling(fields));
    options.done();
    fields.done();
    return query;
  }

  /** Say how to draw, name what the project has none of, or name a point for actors. */
  private static void passDrawing(Fields options) {
    options
        .pass(Shape.FLAG, "pathReplacements", "showFullUrls")
        .pass(Shape.TEXT, "pathStartKey", "pathEndKey", "pathDropoffKey");
  }

  private static Set<Kind> kinds(Fields options) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(options.list("includeEventTypes", PathsForm::kind));
    if (kinds.isEmpty()) {
      kinds.add(Kind.PAGEVIEW);
    }
    return kinds;
  }

  private static @Nullable Syntax written(Fields options) {
    String text = options.text("pathsHogQLExpression");
    return text == null || text.isBlank()
        ? null
        : HogqlText.expression(text, options.path("pathsHogQLExpression"));
  }

  private static Kind kind(JsonNode node, String path) {
    String name = Fields.text(node, path);
    return switch (name) {
      case "$pageview" -> Kind.PAGEVIEW;
      case "$screen" -> Kind.SCREEN;
      case "custom_event" -> Kind.CUSTOM;
      case "hogql" -> Kind.WRITTEN;
      default -> throw Fields.notOneOf(path, name, KINDS);
    };
  }

  private static @Nullable PropertyRef group(Fields fields) {
    Integer group = fields.integer("aggregation_group_type_index");
    if (group != null && (group < 0 || group >= PropertyRef.GROUPS)) {
      throw FailureException.invalid(
          "group_type",
          fields.path("aggregation_group_type_index"),
          "Types of groups are numbered from 0 to "
              + (PropertyRef.GROUPS - 1)
              + ", there is no "
              + group
              + ".");
    }
    return group == null ? null : PropertyRef.groupKey(group);
  }

  /** A place as paths have it: without a slash at its end. */
  private static @Nullable String place(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private record Numbered(int order, Cleaning cleaning) {}

  private static List<Cleaning> cleanings(Fields options) {
    return options.list("localPathCleaningFilters", PathsForm::cleaning).stream()
        .sorted(Comparator.comparingInt(Numbered::order))
        .map(Numbered::cleaning)
        .toList();
  }

  private static Numbered cleaning(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String text = fields.text("alias");
    String pattern = fields.requiredText("regex");
    Integer order = fields.integer("order");
    fields.done();
    return new Numbered(
        Objects.requireNonNullElse(order, 0),
        new Cleaning(pattern, Objects.requireNonNullElse(text, "")));
  }

  private static Part part(Fields fields) {
    String side = fields.text("funnelPathType");
    JsonNode source = fields.node("funnelSource");
    Integer step = fields.integer("funnelStep");
    fields.done();
    if (source == null) {
      throw Fields.missing(fields.path("funnelSource"));
    }
    if (!(QueryForm.read(source, fields.path("funnelSource")) instanceof FunnelQuery funnel)) {
      throw Fields.notOneOf(
          fields.path("funnelSource.kind"), source.path("kind").asText(), List.of("FunnelsQuery"));
    }
    return new Part(
        funnel, side(fields.path("funnelPathType"), side), Objects.requireNonNullElse(step, 1));
  }

  private static Part.Side side(String path, @Nullable String side) {
    return switch (side) {
      case null -> Part.Side.AFTER;
      case "funnel_path_before_step" -> Part.Side.BEFORE;
      case "funnel_path_between_steps" -> Part.Side.BETWEEN;
      case "funnel_path_after_step" -> Part.Side.AFTER;
      default -> throw Fields.notOneOf(path, side, SIDES);
    };
  }
}
