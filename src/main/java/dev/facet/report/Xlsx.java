package dev.facet.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Sheets as a workbook (Office Open XML). Texts are texts whatever they begin with: a cell is never
 * a formula. Numbers that a spreadsheet would round are texts, too.
 */
final class Xlsx {
  private static final int LONGEST_TEXT = 32_767;
  private static final long LARGEST_WHOLE = 999_999_999_999_999L;
  private static final String DAY = "yyyy-mm-dd";
  private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

  private Xlsx() {}

  /**
   * A sheet.
   *
   * @param title its name as far as sheets can have it
   * @param rows headings first; numbers, flags, texts, dates, local times, nulls
   */
  record Sheet(String title, List<List<@Nullable Object>> rows) {}

  static byte[] of(List<Sheet> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> names = SheetNames.of(sheets.stream().map(Sheet::title).toList());
    try (Workbook workbook = new Workbook(bytes, "Facet", null)) {
      for (int i = 0; i < sheets.size(); i++) {
        write(workbook.newWorksheet(names.get(i)), sheets.get(i).rows());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, List<List<@Nullable Object>> rows) {
    for (int r = 0; r < Math.min(rows.size(), Worksheet.MAX_ROWS); r++) {
      List<@Nullable Object> row = rows.get(r);
      for (int c = 0; c < Math.min(row.size(), Worksheet.MAX_COLS); c++) {
        write(sheet, r, c, row.get(c));
      }
    }
    if (rows.size() > 1) {
      sheet.range(0, 0, 0, Math.max(0, rows.getFirst().size() - 1)).style().bold().set();
      sheet.freezePane(0, 1);
    }
  }

  private static void write(Worksheet sheet, int r, int c, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Boolean flag -> sheet.value(r, c, flag);
      case Number number when isExact(number) -> sheet.value(r, c, number);
      case LocalDate day -> {
        sheet.value(r, c, day);
        sheet.style(r, c).format(DAY).set();
      }
      case LocalDateTime time -> {
        sheet.value(r, c, time);
        sheet.style(r, c).format(MOMENT).set();
      }
      default -> sheet.value(r, c, text(cell.toString()));
    }
  }

  private static boolean isExact(Number number) {
    return number instanceof Long whole
        ? -LARGEST_WHOLE <= whole && whole <= LARGEST_WHOLE
        : Double.isFinite(number.doubleValue());
  }

  /** What XML and cells can hold of a text. */
  private static String text(String text) {
    StringBuilder held = new StringBuilder();
    text.codePoints().filter(Xlsx::isHeld).forEach(held::appendCodePoint);
    if (held.length() <= LONGEST_TEXT) {
      return held.toString();
    }
    boolean splits = Character.isHighSurrogate(held.charAt(LONGEST_TEXT - 1));
    return held.substring(0, splits ? LONGEST_TEXT - 1 : LONGEST_TEXT);
  }

  private static boolean isHeld(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point < 0xD800)
        || (point > 0xDFFF && point < 0xFFFE)
        || point > 0xFFFF;
  }
}
