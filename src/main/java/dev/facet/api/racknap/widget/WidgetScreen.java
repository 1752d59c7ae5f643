package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.form.DashboardFilters;
import dev.facet.form.Fields;
import dev.facet.form.QueryForm;
import dev.facet.form.board.CardForm;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.Query;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of all widgets of a dashboard, asked together. One that fails tells why. */
public record WidgetScreen(Answers answers) {
  private static final String ERROR = "error";

  /** What a widget asks; {@code query} null when that is nothing, and {@code figures} are known. */
  private record Asked(Widget widget, @Nullable Query query, ObjectNode figures) {}

  /** The figures of the widgets, in their order. */
  public List<ObjectNode> figures(Reader reader, Content content, List<Widget> widgets) {
    List<Asked> all = widgets.stream().map(widget -> asked(reader, content, widget)).toList();
    List<Query> queries = new ArrayList<>();
    for (Asked asked : all) {
      if (asked.query() != null) {
        queries.add(asked.query());
      }
    }
    Iterator<Result> results = answers.answer(reader, queries, Mode.FRESH).iterator();
    List<ObjectNode> figures = new ArrayList<>();
    for (Asked asked : all) {
      figures.add(
          asked.query() == null
              ? asked.figures()
              : figures(reader, asked.widget(), results.next()));
    }
    return figures;
  }

  private ObjectNode figures(Reader reader, Widget widget, Result result) {
    return switch (result) {
      case Result.Answered answered ->
          new Figures(reader.definitions().zone(), () -> currency(reader))
              .of(widget.type().orElse(null), answered.answer());
      case Result.Failed(Failure failure) -> failed(failure);
      case Result.Unknown _ -> failed(new Failure.Upstream("unknown", "Not computed."));
    };
  }

  private static Asked asked(Reader reader, Content content, Widget widget) {
    JsonNode node = widget.chart().query();
    if (widget.chart().isText()) {
      return new Asked(widget, null, Figures.text(widget.chart().text()));
    }
    try {
      if (node == null) {
        throw FailureException.notFound("There is no saved chart any more.");
      }
      JsonNode laid = DashboardFilters.apply(node, filters(content, widget.card()).json());
      JsonNode filled =
          QueryVariables.apply(laid, content.variables().json(), reader.definitions().variables());
      return new Asked(widget, QueryForm.read(filled, "query"), RackNapWire.object());
    } catch (FailureException e) {
      return new Asked(widget, null, failed(e.failure()));
    }
  }

  private static Document filters(Content content, CardForm form) {
    Document own =
        form.id() == null
            ? Document.EMPTY
            : content.card(form.id()).map(Card::filters).orElse(Document.EMPTY);
    return own.isEmpty() ? content.filters() : own;
  }

  /** The currency that sums are in; asked for where an answer without rows does not tell. */
  private String currency(Reader reader) {
    Query query = QueryForm.read(WidgetType.OVERDUE_INVOICES.query(), "query");
    return answers.answer(reader, List.of(query), Mode.FRESH).getFirst()
            instanceof Result.Answered answered
        ? Figures.currency(answered.answer().table()).orElse(Figures.UNSAID_CURRENCY)
        : Figures.UNSAID_CURRENCY;
  }

  private static ObjectNode failed(Failure failure) {
    return RackNapWire.object().put(ERROR, Fields.named(failure));
  }
}
