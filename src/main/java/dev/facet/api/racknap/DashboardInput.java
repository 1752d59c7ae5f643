package dev.facet.api.racknap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.racknap.widget.WidgetInput;
import dev.facet.form.Fields;
import dev.facet.form.board.DashboardForm;
import dev.facet.form.board.SectionForm;
import dev.facet.model.FailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as sent; null is what was not said. Fields that are only shown are passed over, so
 * that what was got can be put back.
 *
 * @param name trimmed
 */
record DashboardInput(
    @Nullable String name,
    @Nullable String description,
    @Nullable String type,
    @Nullable Integer refreshInterval,
    @Nullable List<WidgetInput> widgets) {
  private static final int LONGEST_INTERVAL = 86_400;

  static DashboardInput read(JsonNode body) {
    Fields fields = Fields.of(body, "");
    return new DashboardInput(
        name(fields),
        fields.text("description"),
        type(fields),
        interval(fields),
        WidgetInput.read(fields));
  }

  /** The name of a new dashboard, which must be there. */
  String requiredName() {
    if (name == null) {
      throw Fields.missing("name");
    }
    return name;
  }

  private static @Nullable String name(Fields fields) {
    String name = RackNapWire.shortText(fields, "name");
    if (name != null && name.isBlank()) {
      throw FailureException.invalid("blank", "name", "Give a name that is not blank.");
    }
    return name == null ? null : name.strip();
  }

  private static @Nullable String type(Fields fields) {
    String type = RackNapWire.shortText(fields, "type");
    if (type != null && type.isEmpty()) {
      throw FailureException.invalid("blank", "type", "Give a type that is not empty.");
    }
    return type;
  }

  private static @Nullable Integer interval(Fields fields) {
    Integer seconds = fields.integer("refreshInterval");
    if (seconds != null && (seconds < 1 || seconds > LONGEST_INTERVAL)) {
      throw FailureException.invalid(
          "out_of_range",
          "refreshInterval",
          "Give a whole number of seconds from 1 to %d, not %d."
              .formatted(LONGEST_INTERVAL, seconds));
    }
    return seconds;
  }

  /** The form with these sections; what was not said is null. */
  DashboardForm form(@Nullable List<SectionForm> sections) {
    return form(refreshInterval, sections);
  }

  /** The form of a new dashboard. */
  DashboardForm newForm(List<SectionForm> sections) {
    return form(RackNapWire.interval(refreshInterval), sections);
  }

  private DashboardForm form(@Nullable Integer interval, @Nullable List<SectionForm> sections) {
    return new DashboardForm(
        name,
        description,
        type,
        null,
        null,
        null,
        null,
        interval,
        null,
        null,
        null,
        sections,
        null);
  }
}
