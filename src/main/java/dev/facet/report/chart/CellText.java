package dev.facet.report.chart;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.query.Breakdown;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
final class CellText {
  static final String NONE = "(none)";
  static final String OTHER = "Other";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.US);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

  private CellText() {}

  /** A dimension's value as legends, axes and tables name it. */
  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> NONE;
      case String text when text.isEmpty() || text.equals(Breakdown.NULL) -> NONE;
      case String text when text.equals(Breakdown.OTHER) -> OTHER;
      case Number number -> Figures.full(number.doubleValue());
      case Boolean flag -> flag ? "Yes" : "No";
      case List<?> list -> String.join(" · ", list.stream().map(CellText::value).toList());
      default -> String.valueOf(Values.text(value));
    };
  }

  /** A cell of a table. */
  static String cell(@Nullable Object value, Type type, ZoneId zone) {
    if (value == null) {
      return "–";
    }
    if (value instanceof Long micros && type == Type.TIME) {
      ZonedDateTime time = Micros.toInstant(micros).atZone(zone);
      boolean startsDay = time.toLocalTime().toSecondOfDay() == 0;
      return (startsDay ? DAY : MOMENT).format(time);
    }
    if (value instanceof Long days && type == Type.DATE) {
      return DAY.format(LocalDate.ofEpochDay(days));
    }
    return value(value);
  }

  /** {@code signup_rate} as a heading. */
  static String title(String name) {
    String words = name.replace('_', ' ').strip();
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
