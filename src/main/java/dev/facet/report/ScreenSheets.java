package dev.facet.report;

import dev.facet.report.Screen.Shows;
import dev.facet.report.chart.SheetRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A screen as sheets: one for each thing it shows, in their order. */
final class ScreenSheets {
  private ScreenSheets() {}

  /** At least one: a screen that shows nothing is an empty sheet of its name. */
  static List<Xlsx.Sheet> of(Screen screen) {
    List<Xlsx.Sheet> sheets = new ArrayList<>();
    for (Screen.Section section : screen.sections()) {
      for (Screen.Item item : section.items()) {
        sheets.add(new Xlsx.Sheet(title(screen, section, item), rows(item.shows())));
      }
    }
    return sheets.isEmpty() ? List.of(new Xlsx.Sheet(screen.title(), List.of())) : sheets;
  }

  /** What has no title goes by what it lies on. */
  private static String title(Screen screen, Screen.Section section, Screen.Item item) {
    if (!item.title().isBlank()) {
      return item.title();
    }
    return section.title().isBlank() ? screen.title() : section.title();
  }

  private static List<List<@Nullable Object>> rows(Shows shows) {
    return switch (shows) {
      case Shows.Answered(var exhibit) -> SheetRows.of(exhibit);
      case Shows.Says(String text) -> one(text);
      case Shows.Fails(String sentence) -> one(sentence);
    };
  }

  private static List<List<@Nullable Object>> one(String text) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(text);
    return List.of(row);
  }
}
