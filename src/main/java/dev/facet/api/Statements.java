package dev.facet.api;

import dev.facet.api.http.Json;
import dev.facet.definition.QueryText;
import dev.facet.form.JsonOtql;
import dev.facet.model.FailureException;
import dev.facet.query.otql.Statement;
import dev.facet.query.text.OtqlText;
import java.nio.charset.StandardCharsets;

/** Statements about trees of objects, out of the languages that queries are sent and saved in. */
public final class Statements {
  private static final String TEXT = "query_text";

  private Statements() {}

  /** The statement of a saved query. */
  public static Statement of(QueryText saved) {
    return of(saved.language(), saved.text(), TEXT);
  }

  /**
   * The statement of a text in one of the languages.
   *
   * @param path where the text stands
   */
  public static Statement of(String language, String text, String path) {
    return switch (language) {
      case "OTQL" -> OtqlText.statement(text);
      case "JSON_OTQL" ->
          JsonOtql.statement(Json.read(text.getBytes(StandardCharsets.UTF_8)), path);
      default ->
          throw FailureException.invalid(
              "query_language",
              "query_language",
              "Queries in " + language + " are kept, but not asked.");
    };
  }
}
