package dev.facet.definition;

import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import dev.facet.form.Fields;
import java.util.List;

/** Saved queries as JSON: {@code {"query_language", "query_language_subtype"?, "query_text"}}. */
public final class QueryTextForm {
  private static final List<String> LANGUAGES = List.of("OTQL", "JSON_OTQL", "SELECTORQL");
  private static final List<String> SUBTYPES = List.of("PARAMETRIC");

  private QueryTextForm() {}

  /** The query that a draft says; an unknown language is refused. */
  public static QueryText read(Draft draft) {
    Fields body = Fields.of(Json.read(draft.body()), "");
    String language = body.requiredText("query_language");
    if (!LANGUAGES.contains(language)) {
      throw Fields.notOneOf("query_language", language, LANGUAGES);
    }
    String subtype = body.text("query_language_subtype");
    if (subtype != null && !SUBTYPES.contains(subtype)) {
      throw Fields.notOneOf("query_language_subtype", subtype, SUBTYPES);
    }
    return new QueryText(language, subtype, body.requiredText("query_text"));
  }
}
