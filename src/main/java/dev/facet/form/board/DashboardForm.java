package dev.facet.form.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.form.FilterForm;
import dev.facet.model.FailureException;
import dev.facet.query.DateText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard in our own form, as far as people write it. What is null was not said: a patch leaves
 * it as it is, a whole dashboard has its default. Who reads it back also gets numbers and instants;
 * sent in again they are passed over.
 *
 * @param filters {@code date_from}, {@code date_to}, {@code properties} and what else a dialect put
 *     there
 * @param availableFilters each as {@link AvailableFilter} says
 * @param extras what only dialects know of the content, no part of the JSON; null to leave it
 */
public record DashboardForm(
    @Nullable String name,
    @Nullable String description,
    @Nullable String type,
    @Nullable String visibility,
    @Nullable List<String> tags,
    @Nullable Boolean pinned,
    @Nullable Boolean archived,
    @Nullable Integer refreshInterval,
    @Nullable ObjectNode filters,
    @Nullable ObjectNode variables,
    @Nullable List<ObjectNode> availableFilters,
    @Nullable List<SectionForm> sections,
    @Nullable ObjectNode extras) {
  public static final int MAX_NAME = 400;
  private static final List<String> VISIBILITIES = List.of("shared", "private");
  private static final Set<String> READ_ONLY =
      Set.of(
          "id",
          "revision",
          "project",
          "created_at",
          "updated_at",
          "created_by",
          "updated_by",
          "deleted",
          "editable");

  /** Checks a query node; throws a failure with a path below the given one. */
  @FunctionalInterface
  public interface Checks {
    void query(JsonNode query, String path);
  }

  /** What is on a dashboard, and nothing about it. */
  public static DashboardForm ofContent(
      List<SectionForm> sections, List<ObjectNode> availableFilters, ObjectNode extras) {
    return new DashboardForm(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        availableFilters,
        sections,
        extras);
  }

  /** The same with another name and description. */
  public DashboardForm called(String otherName, String otherDescription) {
    return new DashboardForm(
        otherName,
        otherDescription,
        type,
        visibility,
        tags,
        pinned,
        archived,
        refreshInterval,
        filters,
        variables,
        availableFilters,
        sections,
        extras);
  }

  /** A dashboard as sent; a failure names the path, such as {@code sections[0].cards[2].w}. */
  public static DashboardForm read(JsonNode node, Checks checks) {
    Fields fields = Fields.of(node, "").ignore(READ_ONLY);
    DashboardForm form =
        new DashboardForm(
            shortText(fields, "name"),
            fields.text("description"),
            shortText(fields, "type"),
            visibility(fields),
            fields.has("tags") ? fields.list("tags", Fields::text) : null,
            fields.has("pinned") ? (Boolean) fields.flag("pinned") : null,
            fields.has("archived") ? (Boolean) fields.flag("archived") : null,
            interval(fields),
            filters(fields),
            fields.tree("variables"),
            fields.has("available_filters")
                ? fields.list("available_filters", AvailableFilter::check)
                : null,
            fields.has("sections")
                ? fields.list("sections", (s, at) -> SectionForm.read(s, at, checks))
                : null,
            null);
    fields.done();
    return form;
  }

  private static @Nullable String shortText(Fields fields, String field) {
    String text = fields.text(field);
    if (text != null && text.codePointCount(0, text.length()) > MAX_NAME) {
      throw FailureException.invalid(
          "max_length",
          fields.path(field),
          "Give at most " + MAX_NAME + " characters, not " + text.length() + ".");
    }
    return text;
  }

  private static @Nullable String visibility(Fields fields) {
    String visibility = fields.text("visibility");
    if (visibility != null && !VISIBILITIES.contains(visibility)) {
      throw Fields.notOneOf(fields.path("visibility"), visibility, VISIBILITIES);
    }
    return visibility;
  }

  private static @Nullable Integer interval(Fields fields) {
    Integer seconds = fields.integer("refresh_interval");
    if (seconds != null && seconds < 1) {
      throw FailureException.invalid(
          "out_of_range",
          fields.path("refresh_interval"),
          "Give a number of seconds from 1, not " + seconds + ".");
    }
    return seconds;
  }

  /** Checks what this form knows of filters and takes the rest as it is. */
  private static @Nullable ObjectNode filters(Fields fields) {
    ObjectNode filters = fields.tree("filters");
    if (filters != null) {
      Fields inner = Fields.of(filters, fields.path("filters"));
      DateText.parse(inner.text("date_from"), inner.path("date_from"));
      DateText.parse(inner.text("date_to"), inner.path("date_to"));
      FilterForm.read(inner.node("properties"), inner.path("properties"));
    }
    return filters;
  }

  /** The form as JSON. */
  public ObjectNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", name).put("description", description);
    node.put("type", type).put("visibility", visibility);
    put(node.putArray("tags"), tags);
    node.put("pinned", pinned).put("archived", archived).put("refresh_interval", refreshInterval);
    node.set("filters", filters);
    node.set("variables", variables);
    ArrayNode available = node.putArray("available_filters");
    if (availableFilters != null) {
      availableFilters.forEach(available::add);
    }
    ArrayNode array = node.putArray("sections");
    if (sections != null) {
      sections.forEach(section -> array.add(section.write()));
    }
    return node;
  }

  private static void put(ArrayNode array, @Nullable List<String> words) {
    if (words != null) {
      words.forEach(array::add);
    }
  }
}
