package dev.facet.form.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree.DateFormat;
import dev.facet.query.DatasetTree.Decorators;
import dev.facet.query.DatasetTree.Reduction;
import dev.facet.query.DatasetTree.Transformation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How datasets become one, by the type of a node and its options. */
final class TransformationForm {
  private static final int USUAL_LIMIT = 10;
  private static final List<String> TYPES =
      List.of(
          "OTQL",
          "activities_analytics",
          "collection_volumes",
          "resources_usage",
          "data_ingestion",
          "data_file",
          "to-list",
          "join",
          "to-percentages",
          "ratio",
          "index",
          "reduce",
          "format-dates",
          "get-decorators");

  private TransformationForm() {}

  /** A type as it is spelled here, whatever the case it was written in; an unknown one as it is. */
  static String known(String type) {
    return TYPES.stream().filter(type::equalsIgnoreCase).findFirst().orElse(type);
  }

  static Transformation read(String type, Fields fields) {
    return switch (type) {
      case "to-list" -> new Transformation.ToList();
      case "join" -> new Transformation.Join();
      case "to-percentages" -> new Transformation.ToPercentages();
      case "ratio" -> new Transformation.Ratio();
      case "index" -> index(fields.object("options"));
      case "reduce" -> reduce(fields);
      case "format-dates" -> new Transformation.FormatDates(format(fields.object("date_options")));
      case "get-decorators" ->
          new Transformation.GetDecorators(decorators(fields.object("decorators_options")));
      default ->
          throw FailureException.invalid(
              "unknown_dataset",
              fields.path("type"),
              "There is no dataset of type \""
                  + type
                  + "\"; take "
                  + String.join(", ", TYPES)
                  + ".");
    };
  }

  private static Transformation index(Optional<Fields> options) {
    if (options.isEmpty()) {
      return new Transformation.Index(0, false, USUAL_LIMIT);
    }
    Fields fields = options.get();
    JsonNode minimum = fields.node("minimum_percentage");
    if (minimum != null && !minimum.isNumber()) {
      throw FailureException.invalid(
          "wrong_type", fields.path("minimum_percentage"), "Expected a number.");
    }
    Integer limit = fields.integer("limit");
    if (limit != null && limit < 0) {
      throw FailureException.invalid(
          "row_count", fields.path("limit"), "Give a number from 0 on, not " + limit + ".");
    }
    String sort = fields.text("sort");
    if (sort != null && !sort.equals("ascending") && !sort.equals("descending")) {
      throw Fields.notOneOf(fields.path("sort"), sort, List.of("descending", "ascending"));
    }
    return new Transformation.Index(
        minimum == null ? 0 : minimum.doubleValue(),
        "ascending".equals(sort),
        limit == null ? USUAL_LIMIT : limit);
  }

  private static Transformation reduce(Fields fields) {
    Fields options =
        fields
            .object("reduce_options")
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        "required",
                        fields.path("reduce_options"),
                        "reduce needs reduce_options with a type."));
    String type = options.requiredText("type");
    List<String> known =
        Stream.of(Reduction.values()).map(r -> r.name().toLowerCase(Locale.ROOT)).toList();
    if (!known.contains(type)) {
      throw Fields.notOneOf(options.path("type"), type, known);
    }
    return new Transformation.Reduce(Reduction.values()[known.indexOf(type)]);
  }

  private static DateFormat format(Optional<Fields> options) {
    return options
        .map(
            fields -> {
              boolean deeper = fields.has("buckets");
              return new DateFormat(
                  fields.text("format"), deeper ? format(fields.object("buckets")) : null);
            })
        .orElse(new DateFormat(null, null));
  }

  private static Decorators decorators(Optional<Fields> options) {
    return options
        .map(
            fields -> {
              Decorators.Model model = model(fields);
              boolean deeper = fields.has("buckets");
              return new Decorators(model, deeper ? decorators(fields.object("buckets")) : null);
            })
        .orElse(new Decorators(null, null));
  }

  private static Decorators.@Nullable Model model(Fields fields) {
    String word = fields.text("model_type");
    if (word == null) {
      return null;
    }
    for (Decorators.Model model : Decorators.Model.values()) {
      if (model.name().equals(word)) {
        return model;
      }
    }
    throw Fields.notOneOf(
        fields.path("model_type"),
        word,
        Stream.of(Decorators.Model.values()).map(Enum::name).toList());
  }
}
