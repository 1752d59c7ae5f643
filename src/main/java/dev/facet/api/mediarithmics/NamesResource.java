package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.Excerpt;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.definition.Definition;
import dev.facet.definition.Definition.Kind;
import dev.facet.definition.Glossary;
import dev.facet.form.tree.ChannelNames;
import dev.facet.model.Project;
import dev.facet.model.Table;
import dev.facet.query.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of what ids stand for: segments, compartments, builders. */
record NamesResource(Glossary glossary, Asking asking) {
  private static final String DATAMART = "datamart_id";

  /** The cohorts of the organisation's projects that the caller reaches. */
  Response segments(Call call) {
    call.requireOrganisation();
    Optional<String> only = call.request().query(DATAMART).filter(id -> !id.isEmpty());
    List<ObjectNode> segments = new ArrayList<>();
    for (Project project : projects(call.caller(), call.project().organisation())) {
      if (only.isEmpty() || only.get().equals(Long.toString(project.id()))) {
        glossary.defined(project.id()).of(Kind.COHORT).stream()
            .map(cohort -> segment(cohort, call.organisation()))
            .forEach(segments::add);
      }
    }
    return MediarithmicsWire.page(Excerpt.of(call.request()), segments);
  }

  private static List<Project> projects(Caller caller, long organisation) {
    return caller.projects().stream().filter(p -> p.organisation() == organisation).toList();
  }

  private ObjectNode segment(Definition cohort, String organisation) {
    boolean isList =
        Optional.ofNullable(glossary.defined(cohort.project()).cohorts().get(cohort.id()))
            .filter(each -> each.rule() instanceof Cohort.Rule.Listed)
            .isPresent();
    return MediarithmicsWire.object()
        .put("id", Long.toString(cohort.id()))
        .put("name", cohort.draft().label())
        .put("datamart_id", Long.toString(cohort.project()))
        .put("organisation_id", organisation)
        .put("type", isList ? "USER_LIST" : "USER_QUERY");
  }

  /** Each with the newest name that an event gave it, else its id. */
  Response channels(Call call) {
    Table table = asking.ask(call.project(), ChannelNames.QUERY, true).table();
    List<ObjectNode> channels =
        table.rows().stream().map(row -> channel(call, row.getFirst(), row.get(1))).toList();
    return MediarithmicsWire.page(Excerpt.of(call.request()), channels);
  }

  private static ObjectNode channel(Call call, @Nullable Object id, @Nullable Object name) {
    return MediarithmicsWire.object()
        .put("id", String.valueOf(id))
        .put("name", String.valueOf(name == null ? id : name))
        .put("datamart_id", Long.toString(call.project().id()))
        .put("organisation_id", call.organisation());
  }

  /** There is one. */
  Response compartments(Call call) {
    ObjectNode only =
        MediarithmicsWire.object()
            .put("id", "1")
            .put("name", "default")
            .put("datamart_id", Long.toString(call.project().id()));
    return MediarithmicsWire.page(Excerpt.of(call.request()), List.of(only));
  }

  /** There are none: segments are made as cohorts. */
  Response builders(Call call) {
    return MediarithmicsWire.page(Excerpt.of(call.request()), List.of());
  }
}
