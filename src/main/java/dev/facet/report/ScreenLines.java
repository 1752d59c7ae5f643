package dev.facet.report;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screen as CSV: the rows of each thing it shows, below the thing's title where there are
 * several, with an empty line between them.
 */
final class ScreenLines {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private ScreenLines() {}

  static String of(Screen screen) {
    List<Xlsx.Sheet> sheets = ScreenSheets.of(screen);
    Csv csv = new Csv();
    for (int i = 0; i < sheets.size(); i++) {
      if (i > 0) {
        csv.row(List.of());
      }
      if (sheets.size() > 1) {
        csv.row(List.of(sheets.get(i).title()));
      }
      for (List<@Nullable Object> row : sheets.get(i).rows()) {
        csv.row(cells(row));
      }
    }
    return csv.toString();
  }

  private static List<@Nullable Object> cells(List<@Nullable Object> row) {
    List<@Nullable Object> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell(cell)));
    return cells;
  }

  private static @Nullable Object cell(@Nullable Object cell) {
    return switch (cell) {
      case LocalDateTime time -> MOMENT.format(time);
      case Double number when Double.isFinite(number) -> plain(number);
      case null -> null;
      default -> cell;
    };
  }

  private static BigDecimal plain(double number) {
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
