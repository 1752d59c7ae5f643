package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.facet.api.Statements;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Author;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Draft;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.definition.QueryTextForm;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.OtqlWriter;
import dev.facet.query.otql.Statement;

/** {@code /v1/datamarts/{id}/queries}: texts of queries under numbers. */
record QueriesResource(Glossary glossary) {
  private static final String LANGUAGE = "query_language";
  private static final String SUBTYPE = "query_language_subtype";
  private static final String TEXT = "query_text";

  Response create(Call call) {
    Author author = new Author(call.project().id(), call.caller().user().id());
    return shown(glossary.create(author, Kind.QUERY, draft(call)));
  }

  Response retrieve(Call call) {
    return shown(query(call, call.id()));
  }

  /** The condition of a query, as text; empty for none. */
  Response condition(Call call) {
    Condition where = statement(query(call, call.id())).where();
    return MediarithmicsWire.single(TextNode.valueOf(where == null ? "" : OtqlWriter.text(where)));
  }

  /** The statement that the parameter {@code query_id} names. */
  Statement statement(Call call) {
    String id = call.request().query("query_id").orElse("");
    long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    return statement(query(call, number));
  }

  private static Statement statement(Definition query) {
    return Statements.of(QueryTextForm.read(query.draft()));
  }

  Response replace(Call call) {
    Draft draft = draft(call);
    query(call, call.id());
    return shown(
        glossary.change(call.project().id(), Kind.QUERY, call.id(), false, before -> draft));
  }

  private Definition query(Call call, long id) {
    return glossary
        .find(call.project().id(), Kind.QUERY, id)
        .orElseThrow(() -> FailureException.notFound("there is no query " + id + "."));
  }

  private static Draft draft(Call call) {
    Fields fields = Fields.of(call.body(), "");
    ObjectNode body = MediarithmicsWire.object();
    body.put(LANGUAGE, fields.requiredText(LANGUAGE));
    body.put(SUBTYPE, fields.text(SUBTYPE));
    body.put(TEXT, fields.requiredText(TEXT));
    return Draft.EMPTY.withBody(Json.write(body));
  }

  private static Response shown(Definition query) {
    JsonNode body = Json.read(query.draft().body());
    ObjectNode node = MediarithmicsWire.object();
    node.put("id", Long.toString(query.id()));
    node.put("datamart_id", Long.toString(query.project()));
    node.set(LANGUAGE, body.path(LANGUAGE));
    if (body.hasNonNull(SUBTYPE)) {
      node.set(SUBTYPE, body.path(SUBTYPE));
    }
    return MediarithmicsWire.single(node.set(TEXT, body.path(TEXT)));
  }
}
