package dev.facet.api.posthog.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.annotation.Annotation;
import dev.facet.dashboard.annotation.Annotation.Note;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Annotations as the vendor shows them.
 *
 * @param reader finds the names of what they are on, of what the caller may see
 */
record AnnotationWire(People people, Reader reader) {

  /** The whole object. */
  ObjectNode show(Annotation annotation) {
    Note note = annotation.note();
    Long dashboard = note.dashboard();
    Insight insight = insight(note.insight());
    ObjectNode node = PostHogWire.object();
    node.put("id", annotation.id());
    node.put("content", note.content());
    node.put("date_marker", PostHogWire.time(note.markedAt()));
    node.put("creation_type", word(AnnotationInput.ORIGINS, note.origin()));
    node.put("dashboard_item", note.insight());
    node.put("dashboard_id", dashboard);
    node.put("dashboard_name", dashboard == null ? null : name(dashboard));
    node.put("insight_short_id", insight == null ? null : insight.shortId());
    node.put("insight_name", insight == null ? null : insight.definition().name());
    node.put("insight_derived_name", insight == null ? null : insight.definition().derivedName());
    node.set("created_by", people.show(annotation.createdBy()));
    node.put("created_at", PostHogWire.time(annotation.createdAt()));
    node.put("updated_at", PostHogWire.time(annotation.updatedAt()));
    node.put("deleted", annotation.deleted());
    node.put("scope", word(AnnotationInput.SCOPES, note.scope()));
    return node;
  }

  private static <T> String word(Map<String, T> words, T meaning) {
    return words.entrySet().stream()
        .filter(each -> each.getValue().equals(meaning))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private @Nullable Insight insight(@Nullable Long id) {
    return id == null ? null : reader.findInsight(id).orElse(null);
  }

  private @Nullable String name(long dashboard) {
    return reader
        .find(dashboard)
        .map(sheet -> sheet.dashboard().registration().name())
        .orElse(null);
  }
}
