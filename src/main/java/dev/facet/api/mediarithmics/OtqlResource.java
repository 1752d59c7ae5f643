package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.api.Statements;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.Excerpt;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.api.mediarithmics.wire.OtqlWire;
import dev.facet.form.Fields;
import dev.facet.form.JsonOtql;
import dev.facet.model.FailureException;
import dev.facet.plan.otql.OtqlPlanner;
import dev.facet.query.Definitions;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.OtqlWriter;
import dev.facet.query.otql.Statement;
import dev.facet.query.text.OtqlCompletion;
import dev.facet.query.text.OtqlText;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/datamarts/{id}/query_…}: OTQL asked, checked, completed and translated. */
record OtqlResource(Asking asking, QueriesResource queries, InstantSource clock) {
  private static final String TEXT = "OTQL";
  private static final String DOCUMENT = "JSON_OTQL";
  private static final String INPUT = "input_query_text";

  /** The text in the body, else the saved query that is named. */
  Response text(Call call) {
    String text = new String(call.request().body(), StandardCharsets.UTF_8);
    return text.isBlank() && call.request().query("query_id").isPresent()
        ? executed(call, queries.statement(call))
        : executed(call, OtqlText.statement(text));
  }

  Response document(Call call) {
    return executed(call, JsonOtql.statement(call.body(), ""));
  }

  private Response executed(Call call, Statement statement) {
    Request request = call.request();
    Integer offset = count(request, "offset");
    OtqlQuery query =
        new OtqlQuery(statement, Map.of(), count(request, "limit"), offset == null ? 0 : offset);
    boolean cached = RegistrationsResource.flag(request, "use_cache").orElse(true);
    long begun = clock.millis();
    Answer answer = asking.ask(call.project(), query, cached);
    return MediarithmicsWire.single(
        OtqlWire.result(
            query, answer, clock.millis() - begun, request.query("precision").orElse(null)));
  }

  private static @Nullable Integer count(Request request, String name) {
    String text = request.query(name).orElse("");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw FailureException.invalid(
          "out_of_range", name, "give a whole number from 0, not '%s'.".formatted(text));
    }
    return Integer.valueOf(text);
  }

  Response check(Call call) {
    String text = Fields.of(call.body(), "").requiredText("query");
    Definitions definitions = asking.readers().of(call.project()).definitions();
    return MediarithmicsWire.single(
        OtqlWire.checked(
            OtqlPlanner.check(() -> OtqlText.statement(text), definitions, clock.instant())));
  }

  Response complete(Call call) {
    Fields fields = Fields.of(call.body(), "");
    String text = fields.requiredText("query");
    Fields position = fields.object("position").orElseThrow(() -> Fields.missing("position"));
    Definitions definitions = asking.readers().of(call.project()).definitions();
    List<ObjectNode> suggestions =
        OtqlCompletion.at(
                text, from1(position, "row"), from1(position, "col"), definitions.propertyTypes())
            .stream()
            .map(OtqlResource::shown)
            .toList();
    return MediarithmicsWire.page(Excerpt.of(call.request()), suggestions);
  }

  private static int from1(Fields position, String field) {
    Integer number = position.integer(field);
    if (number == null) {
      throw Fields.missing(position.path(field));
    }
    return Math.max(1, number);
  }

  private static ObjectNode shown(OtqlCompletion.Suggestion suggestion) {
    return MediarithmicsWire.object()
        .put("type", suggestion.kind().name().toUpperCase(Locale.ROOT))
        .put("object_type_name", suggestion.objectType())
        .put("field_name", suggestion.field());
  }

  /** From a document or a text to a text. */
  Response translate(Call call) {
    JsonNode body = call.body();
    Fields fields = Fields.of(body, "");
    String input = fields.requiredText(INPUT);
    require(fields, "output_query_language", List.of(TEXT));
    String language = require(fields, "input_query_language", List.of(TEXT, DOCUMENT));
    ObjectNode answer = body.deepCopy();
    answer.put("output_query_text", OtqlWriter.text(Statements.of(language, input, INPUT)));
    return MediarithmicsWire.single(answer);
  }

  private static String require(Fields fields, String field, List<String> allowed) {
    String language = fields.requiredText(field);
    if (!allowed.contains(language)) {
      throw Fields.notOneOf(field, language, allowed);
    }
    return language;
  }
}
