package dev.facet.api.facet.screen;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facet.answer.Answer;
import dev.facet.answer.Result;
import dev.facet.api.TableWriter;
import dev.facet.dashboard.question.Questions;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.Table;
import dev.facet.query.Definitions;
import dev.facet.query.Query;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes charts with their rows, times at the offset of the project's zone.
 *
 * @param discreet whether failures are told without their story, which names what was asked
 */
record ChartWriter(Definitions definitions, boolean discreet) {
  private static final String DISCREET = "This chart could not be computed.";

  /** A chart whose question was answered, or not. */
  void write(JsonGenerator out, Questions.Item item, @Nullable Result result) throws IOException {
    out.writeStartObject();
    out.writeNumberField("id", item.id());
    out.writeStringField("title", item.title());
    out.writeStringField("type", item.type());
    switch (item.shows()) {
      case Questions.Shows.Text says -> rows(out, new Table(List.of(), List.of()));
      case Questions.Shows.Nothing(Failure failure) -> failure(out, failure);
      case Questions.Shows.Answer(Query query) -> result(out, query, result);
    }
    out.writeEndObject();
  }

  private void result(JsonGenerator out, Query query, @Nullable Result result) throws IOException {
    switch (result) {
      case Result.Answered(Answer answer) -> {
        if (answer.figure() != null) {
          FigureWriter.write(out, answer.figure());
          return;
        }
        series(out, query);
        rows(out, answer.planned().shape().page(answer.table()));
      }
      case Result.Failed(Failure failure) -> failure(out, failure);
      case Result.Unknown unknown -> failure(out, new Failure.Upstream("unknown", "Not computed."));
      case null -> failure(out, new Failure.Upstream("unknown", "Not computed."));
    }
  }

  private void series(JsonGenerator out, Query query) throws IOException {
    List<Series> named =
        switch (query) {
          case TrendQuery trend -> trend.series();
          case StickinessQuery stickiness -> stickiness.series();
          default -> List.of();
        };
    if (named.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("series");
    for (Series series : named) {
      out.writeStartObject();
      out.writeStringField("name", series.label(definitions));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void rows(JsonGenerator out, Table table) throws IOException {
    new TableWriter(definitions.zone()).write(out, table);
  }

  private void failure(JsonGenerator out, Failure failure) throws IOException {
    out.writeStringField("error", discreet ? DISCREET : Fields.named(failure));
    out.writeStringField("error_code", discreet ? "not_computed" : failure.code());
    if (!discreet && failure.path() != null) {
      out.writeStringField("error_path", failure.path());
    }
  }
}
