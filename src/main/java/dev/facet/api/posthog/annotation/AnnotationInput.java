package dev.facet.api.posthog.annotation;

import dev.facet.api.posthog.wire.Input;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.annotation.Annotation.Note;
import dev.facet.dashboard.annotation.Annotation.Origin;
import dev.facet.dashboard.annotation.Annotation.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request says about an annotation, laid over what was said before. */
record AnnotationInput(Input input, ZoneId zone) {
  private static final int MAX_CONTENT = 8192;
  private static final int MAX_TIME = 64;

  /** The words for scopes. */
  static final Map<String, Scope> SCOPES =
      Map.of(
          "dashboard_item", Scope.INSIGHT,
          "dashboard", Scope.DASHBOARD,
          "project", Scope.PROJECT,
          "organization", Scope.ORGANISATION);

  /** The words for who made it. */
  static final Map<String, Origin> ORIGINS = Map.of("USR", Origin.PERSON, "GIT", Origin.CODE);

  /** The note with the fields that were sent; what it is on must be there for the reader. */
  Note note(Note before, Reader reader) {
    return new Note(
        input.has("content") ? input.text("content", MAX_CONTENT) : before.content(),
        input.has("date_marker") ? time() : before.markedAt(),
        input.has("creation_type") ? word("creation_type", ORIGINS) : before.origin(),
        input.has("scope") ? word("scope", SCOPES) : before.scope(),
        input.has("dashboard_id") ? dashboard(reader) : before.dashboard(),
        input.has("dashboard_item") ? insight(reader) : before.insight());
  }

  private <T> T word(String field, Map<String, T> words) {
    return Objects.requireNonNull(words.get(input.choice(field, words.keySet())));
  }

  private @Nullable Long dashboard(Reader reader) {
    Long id = input.number("dashboard_id");
    if (id != null && reader.find(id).isEmpty()) {
      throw Input.refused("dashboard_id", "does_not_exist", missing(id));
    }
    return id;
  }

  private @Nullable Long insight(Reader reader) {
    Long id = input.number("dashboard_item");
    if (id != null && reader.findInsight(id).isEmpty()) {
      throw Input.refused("dashboard_item", "does_not_exist", missing(id));
    }
    return id;
  }

  private static String missing(long id) {
    return "Invalid pk \"" + id + "\" - object does not exist.";
  }

  private @Nullable Instant time() {
    String text = input.text("date_marker", MAX_TIME);
    return text == null ? null : time(text, "date_marker", zone);
  }

  /** An instant, or a day or time of day in the project's zone. */
  static Instant time(String text, String field, ZoneId zone) {
    String iso = text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
    try {
      if (!iso.contains("T")) {
        return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
      }
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw Input.refused(
          field,
          "invalid_input",
          "Datetime has wrong format. Use ISO 8601, such as 2026-03-04T12:00:00Z.");
    }
  }
}
