package dev.facet.dashboard.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.InsightEditor;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.dashboard.content.Document;
import dev.facet.form.QueryForm;
import dev.facet.form.board.ChartForm;
import dev.facet.form.board.ChartTypes;
import dev.facet.model.FailureException;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes charts of their forms, and of their queries the insights that the charts show. */
record ChartEdit(Editor editor, Map<Long, Chart> before) {

  Chart apply(ChartForm form) {
    Chart old = form.id() == null ? null : before.get(form.id());
    Chart chart = base(form, old);
    if (isText(form, old)) {
      return text(form, chart, textOf(old));
    }
    Source.OfInsight gone = gone(form, old);
    if (gone != null) {
      return chart.withType(type(form, old, NullNode.getInstance())).withSource(gone);
    }
    Insight insight = insight(form, old);
    JsonNode query = Shown.query(insight);
    return new Chart(
        chart.id(),
        title(form, old, insight),
        form.description(),
        type(form, old, query),
        form.options().equals(Shown.ownOptions(query)) ? Document.EMPTY : chart.options(),
        form.colors(),
        new Source.OfInsight(insight.id(), 0, stays(form, old, insight)),
        chart.extras());
  }

  /** The deleted insight that the chart goes on referring to; null when there is none. */
  private Source.@Nullable OfInsight gone(ChartForm form, @Nullable Chart old) {
    boolean unchanged = form.query() == null && form.insight() == null;
    return unchanged && old != null && old.source() instanceof Source.OfInsight of && isGone(of)
        ? of
        : null;
  }

  private boolean isGone(Source.OfInsight of) {
    return editor.read().findInsight(of.insight()).isEmpty();
  }

  /** Whether the chart is to stay when the insight is deleted: as said, else as before. */
  private static boolean stays(ChartForm form, @Nullable Chart old, Insight insight) {
    if (form.stays() != null) {
      return form.stays();
    }
    return old != null
        && old.source() instanceof Source.OfInsight of
        && of.insight() == insight.id()
        && of.stays();
  }

  private static Chart base(ChartForm form, @Nullable Chart old) {
    return new Chart(
        old == null ? 0 : old.id(),
        form.title(),
        form.description(),
        form.type(),
        new Document(form.options()),
        form.colors(),
        new Source.OfText(0, ""),
        extras(form, old));
  }

  private static Document extras(ChartForm form, @Nullable Chart old) {
    if (form.extras() != null) {
      return new Document(form.extras());
    }
    return old == null ? Document.EMPTY : old.extras();
  }

  private static boolean isText(ChartForm form, @Nullable Chart old) {
    boolean saysNothing = form.type() == null && form.query() == null && form.insight() == null;
    return form.isText() || saysNothing && old != null && old.source() instanceof Source.OfText;
  }

  private static Chart text(ChartForm form, Chart chart, long number) {
    if (!form.options().path("text").isTextual()) {
      throw FailureException.invalid(
          "required", form.path() + ".options.text", "A text chart has its text here.");
    }
    return new Chart(
        chart.id(),
        form.title(),
        form.description(),
        null,
        chart.options().with("text", null),
        form.colors(),
        new Source.OfText(number, form.text()),
        chart.extras());
  }

  /** A text keeps its number as long as its chart does. */
  private static long textOf(@Nullable Chart old) {
    return old != null && old.source() instanceof Source.OfText(long text, String body) ? text : 0;
  }

  private Insight insight(ChartForm form, @Nullable Chart old) {
    Long id = form.insight();
    if (id == null && old != null && old.source() instanceof Source.OfInsight of && !isGone(of)) {
      id = of.insight();
    }
    JsonNode query = form.query();
    if (id == null) {
      return create(form, query);
    }
    Insight insight = find(form, id);
    return query == null ? insight : revise(form, insight, query);
  }

  private Insight create(ChartForm form, @Nullable JsonNode query) {
    if (query == null) {
      throw FailureException.invalid(
          "required",
          form.path() + ".query",
          "A chart has a query, names an insight or is of type text.");
    }
    Insight.Definition definition =
        Insight.Definition.EMPTY.edit().name(form.title()).query(Json.write(query)).done();
    return editor.insights().create(definition);
  }

  private Insight find(ChartForm form, long id) {
    return editor
        .read()
        .findInsight(id)
        .orElseThrow(
            () ->
                FailureException.invalid(
                    "unknown_insight",
                    form.path() + ".insight",
                    "There is no insight " + id + "."));
  }

  /**
   * Gives the insight the query when it is another one; a new title names an insight that is only a
   * chart's.
   */
  private Insight revise(ChartForm form, Insight insight, JsonNode given) {
    String query = query(insight, given);
    boolean renamed =
        isInline(insight) && form.title() != null && !form.title().equals(Shown.name(insight));
    if (query.equals(insight.definition().query()) && !renamed) {
      return insight;
    }
    UnaryOperator<Insight.Definition> change =
        definition ->
            definition.edit().query(query).name(renamed ? form.title() : definition.name()).done();
    InsightEditor insights = editor.insights();
    return isInline(insight)
        ? insights.revise(insight.id(), change)
        : insights.edit(insight.id(), change);
  }

  /** The text of the query: as it was when it means the same, in the wrapping it had. */
  private static String query(Insight insight, JsonNode sent) {
    JsonNode given = Json.read(Json.write(sent));
    JsonNode stored = Shown.query(insight);
    String text = insight.definition().query();
    if (text != null && (stored.equals(given) || QueryForm.source(stored).equals(given))) {
      return text;
    }
    boolean bare = QueryForm.source(given).equals(given);
    return Json.write(bare ? wrap(stored, given) : given);
  }

  private static JsonNode wrap(JsonNode wrapping, JsonNode query) {
    if (QueryForm.source(wrapping).equals(wrapping)) {
      return query;
    }
    ObjectNode copy = wrapping.deepCopy();
    copy.set("source", wrap(wrapping.path("source"), query));
    return copy;
  }

  private static boolean isInline(Insight insight) {
    return !insight.definition().saved();
  }

  private static @Nullable String title(ChartForm form, @Nullable Chart old, Insight insight) {
    String kept = old == null ? null : old.title();
    if (form.title() == null) {
      return kept;
    }
    return Objects.equals(form.title(), Shown.name(insight)) ? null : form.title();
  }

  private static @Nullable String type(ChartForm form, @Nullable Chart old, JsonNode query) {
    if (form.type() == null) {
      return old == null ? null : old.type();
    }
    return form.type().equals(ChartTypes.of(query)) ? null : form.type();
  }
}
