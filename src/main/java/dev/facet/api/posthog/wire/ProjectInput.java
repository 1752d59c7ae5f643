package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.facet.form.FilterForm;
import dev.facet.model.Project;
import java.time.DayOfWeek;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a request says about a project, laid over what was said before. */
public record ProjectInput(Input input) {
  private static final int MAX_NAME = 200;
  private static final int MAX_ZONE = 240;
  private static final String FILTERS = "test_account_filters";

  /** The project with the fields that were sent. */
  public Project project(Project before) {
    String name = input.has("name") ? name() : before.name();
    ZoneId zone = input.has("timezone") ? zone() : before.zone();
    DayOfWeek start = input.has("week_start_day") ? weekStart() : before.weekStart();
    return new Project(before.id(), before.organisation(), name, zone, start, before.token());
  }

  private String name() {
    String name = input.textNotNull("name", MAX_NAME);
    if (name.isEmpty()) {
      throw Input.refused("name", "blank", "This field may not be blank.");
    }
    return name;
  }

  private ZoneId zone() {
    String name = input.textNotNull("timezone", MAX_ZONE);
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Input.refused("timezone", "invalid_choice", "\"" + name + "\" is not a valid choice.");
    }
    return ZoneId.of(name);
  }

  /** 0 and null for Sunday, 1 for Monday. */
  private DayOfWeek weekStart() {
    Long day = input.number("week_start_day");
    if (day != null && day != 0 && day != 1) {
      throw Input.refused(
          "week_start_day", "invalid_choice", "\"" + day + "\" is not a valid choice.");
    }
    return day != null && day == 1 ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
  }

  /** The filters that tell test accounts apart, as a JSON list; null when they were not sent. */
  public @Nullable String testAccountFilters() {
    if (!input.has(FILTERS)) {
      return null;
    }
    ArrayNode filters = PostHogWire.array();
    input.list(FILTERS).forEach(filters::add);
    FilterForm.read(filters, FILTERS);
    return filters.toString();
  }
}
