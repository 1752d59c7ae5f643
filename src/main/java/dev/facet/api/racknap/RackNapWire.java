package dev.facet.api.racknap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as the vendor has them. */
public final class RackNapWire {
  private static final Pattern ID = Pattern.compile("dashboard_([1-9]\\d{0,17})");

  /** How often a page asks again when nobody said it, in seconds. */
  public static final int DEFAULT_INTERVAL = 60;

  private RackNapWire() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An instant in whole seconds, as it is shown and compared. */
  public static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  static String instant(Instant instant) {
    return seconds(instant).toString();
  }

  public static String id(long dashboard) {
    return "dashboard_" + dashboard;
  }

  /** The number in an id; an id of another form names nothing that is there. */
  static long number(String id) {
    Matcher form = ID.matcher(id);
    if (!form.matches()) {
      throw new FailureException(
          new Failure.NotFound("dashboard_not_found", null, "Dashboard does not exist"));
    }
    return Long.parseLong(form.group(1));
  }

  public static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A text field that is no longer than names are. */
  public static @Nullable String shortText(Fields fields, String field) {
    String text = fields.text(field);
    if (text != null && text.codePointCount(0, text.length()) > DashboardForm.MAX_NAME) {
      throw FailureException.invalid(
          "max_length",
          fields.path(field),
          "Give at most " + DashboardForm.MAX_NAME + " characters.");
    }
    return text;
  }

  public static int interval(@Nullable Integer seconds) {
    return seconds == null ? DEFAULT_INTERVAL : seconds;
  }
}
