package dev.facet.report;

import static dev.facet.report.Exhibits.column;
import static dev.facet.report.Exhibits.exhibit;
import static dev.facet.report.Exhibits.item;
import static dev.facet.report.Exhibits.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dashboard.content.Place;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** Workbooks, read back by another program than wrote them. */
class XlsxTest {
  private static final ReadingOptions FORMATS = new ReadingOptions(true, false);
  private static final Place PLACE = new Place(0, 0, 6, 4);

  /** The sheets' names, and each one's rows. */
  private record Read(List<String> names, List<List<Row>> rows) {
    Cell cell(int sheet, int row, int column) {
      return rows.get(sheet).get(row).getCell(column);
    }

    List<String> texts(int sheet, int row) {
      return rows.get(sheet).get(row).stream().map(Cell::getText).toList();
    }
  }

  private static Read read(byte[] bytes) throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), FORMATS)) {
      List<String> names = new ArrayList<>();
      List<List<Row>> rows = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        names.add(sheet.getName());
        rows.add(sheet.read());
      }
      return new Read(names, rows);
    }
  }

  private static Read read(Screen screen) throws IOException {
    return read(Xlsx.of(ScreenSheets.of(screen)));
  }

  private static Read cells(Object... cells) throws IOException {
    return read(
        Xlsx.of(List.of(new Xlsx.Sheet("Cells", List.of(new ArrayList<>(Arrays.asList(cells)))))));
  }

  @Test
  void aTrendHasARowForEachDayAndAColumnForEachSeries() throws IOException {
    Read read =
        read(
            Exhibits.screen(
                "Board", item(PLACE, "Daily", exhibit("line", Exhibits.days(2), "visit", "=buy"))));
    assertThat(read.names()).containsExactly("Daily");
    assertThat(read.texts(0, 0)).containsExactly("Time", "visit", "=buy");
    assertThat(read.rows().getFirst()).hasSize(8);
    Cell day = read.cell(0, 1, 0);
    assertThat(day.getType()).isEqualTo(CellType.NUMBER);
    assertThat(day.getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(day.asDate()).isEqualTo(LocalDateTime.parse("2026-03-02T00:00:00"));
    assertThat(read.cell(0, 7, 2).getType()).isEqualTo(CellType.NUMBER);
    assertThat(read.cell(0, 7, 2).asNumber()).isEqualByComparingTo(BigDecimal.valueOf(16));
  }

  @Test
  void valuesKeepTheirTypes() throws IOException {
    long noon = Micros.of(Instant.parse("2026-03-02T12:30:15Z"));
    var table =
        table(
            List.of(
                column("plan", Type.TEXT),
                column("seen_at", Type.TIME),
                column("day", Type.DATE),
                column("share", Type.NUMBER),
                column("is_paid", Type.BOOLEAN),
                column("tags", Type.TEXTS),
                column("average_time", Type.NUMBER)),
            Arrays.asList("pro", noon, 20_000L, 0.125, true, List.of("a", "b"), 61.5),
            Arrays.asList(null, null, null, null, null, null, null));
    var there =
        new dev.facet.report.chart.Exhibit(
            "table", table, List.of(), ZoneId.of("Asia/Tokyo"), List.of());
    Read read = read(Exhibits.screen("Board", item(PLACE, "All", there)));
    assertThat(read.texts(0, 0))
        .containsExactly(
            "Plan", "Seen at", "Day", "Share", "Is paid", "Tags", "Average time (seconds)");
    assertThat(read.cell(0, 1, 0).asString()).isEqualTo("pro");
    assertThat(read.cell(0, 1, 1).asDate()).isEqualTo(LocalDateTime.parse("2026-03-02T21:30:15"));
    assertThat(read.cell(0, 1, 1).getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss");
    assertThat(read.cell(0, 1, 2).asDate()).isEqualTo(LocalDateTime.parse("2024-10-04T00:00:00"));
    assertThat(read.cell(0, 1, 3).asNumber()).isEqualByComparingTo("0.125");
    assertThat(read.cell(0, 1, 4).asBoolean()).isTrue();
    assertThat(read.cell(0, 1, 5).asString()).isEqualTo("a · b");
    assertThat(read.cell(0, 1, 6).asNumber()).isEqualByComparingTo("61.5");
    assertThat(read.texts(0, 0)).noneMatch(String::isEmpty);
  }

  @Test
  void noTextIsEverAFormula() throws IOException {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0")) {
      Cell cell = cells(text).cell(0, 0, 0);
      assertThat(cell.getType()).as(text).isEqualTo(CellType.STRING);
      assertThat(cell.getFormula()).as(text).isNull();
      assertThat(cell.asString()).as(text).isEqualTo(text);
    }
  }

  @Test
  void numbersThatWouldBeRoundedAreTexts() throws IOException {
    Read read =
        cells(999_999_999_999_999L, 9_007_199_254_740_993L, Long.MIN_VALUE, 1e300, Double.NaN);
    assertThat(read.cell(0, 0, 0).asNumber()).isEqualByComparingTo("999999999999999");
    assertThat(read.cell(0, 0, 1).asString()).isEqualTo("9007199254740993");
    assertThat(read.cell(0, 0, 2).asString()).isEqualTo("-9223372036854775808");
    assertThat(read.cell(0, 0, 3).asNumber()).isEqualByComparingTo("1e300");
    assertThat(read.cell(0, 0, 4).asString()).isEqualTo("NaN");
  }

  @Test
  void textsKeepWhatCellsCanHold() throws IOException {
    assertThat(cells("a\u0000b\u0007c\uD800d\uFFFF").cell(0, 0, 0).asString()).isEqualTo("abcd");
    assertThat(cells("<&>\"' größer 日本 😀").cell(0, 0, 0).asString())
        .isEqualTo("<&>\"' größer 日本 😀");
    assertThat(cells("two\nlines").cell(0, 0, 0).asString()).isEqualTo("two\nlines");
    assertThat(cells("x".repeat(32_766) + "😀").cell(0, 0, 0).asString()).hasSize(32_766);
  }

  @Test
  void sheetsHaveNamesThatSpreadsheetsTake() {
    assertThat(
            SheetNames.of(
                List.of(
                    "Sales [EU]: a/b?",
                    "'quoted'",
                    "",
                    "History",
                    "sales [eu]: A/B?",
                    "日".repeat(40))))
        .containsExactly(
            "Sales  EU  a b",
            "quoted",
            "Sheet",
            "History (2)",
            "sales  eu  A B (2)",
            "日".repeat(31));
    String long1 = "A title that is far longer than names can be 1";
    assertThat(SheetNames.of(List.of(long1, long1)))
        .containsExactly("A title that is far longer than", "A title that is far longer (2)");
    assertThat(SheetNames.of(List.of("x".repeat(30) + "😀"))).containsExactly("x".repeat(30));
  }

  @Test
  void aScreenHasASheetForEachThingItShows() throws IOException {
    Screen screen =
        new Screen(
            "Board",
            ZoneOffset.UTC,
            List.of(
                new Screen.Section(
                    "Top",
                    List.of(
                        new Screen.Item(PLACE, "", new Screen.Shows.Says("=Read this"), null),
                        new Screen.Item(
                            PLACE, "Broken", new Screen.Shows.Fails("Not understood."), null)))));
    Read read = read(screen);
    assertThat(read.names()).containsExactly("Top", "Broken");
    assertThat(read.cell(0, 0, 0).asString()).isEqualTo("=Read this");
    assertThat(read.cell(1, 0, 0).asString()).isEqualTo("Not understood.");
    assertThat(read(new Screen("Empty", ZoneOffset.UTC, List.of())).names())
        .containsExactly("Empty");
  }
}
