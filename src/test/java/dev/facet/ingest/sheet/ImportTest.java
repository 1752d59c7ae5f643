package dev.facet.ingest.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Intake;
import dev.facet.ingest.row.SentRows;
import dev.facet.model.FailureException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
  private static Sheet sheet(String text) {
    return Sheet.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), new Limits(100));
  }

  private static Import read(String dataset, String text) {
    Intake intake = Intake.of(dataset).orElseThrow();
    Sheet sheet = sheet(text);
    return Import.of(sheet, Mapping.guess(sheet.columns(), intake.dataset()), intake);
  }

  private static List<String> told(Import read) {
    return read.rows().refused().stream()
        .map(row -> read.line(row.row()) + " " + row.path() + " " + row.message())
        .toList();
  }

  @Test
  void cellsAreReadByTheTypesOfTheColumnsThatNamesSuggest() {
    Import read =
        read(
            "subscriptions",
            """
            Subscription ID;Customer;Seats;Price;Currency;Period;Start date;End;Note
            s1;c1;3;"9.99";EUR;month;2026-01-01;;"a ""quoted""; note
            over two lines"

            s2;c2;1;100;EUR;year;2026-02-01 10:00;2026-03-01;
            """);
    assertThat(read.sheet().delimiter()).isEqualTo(';');
    assertThat(read.mapping().columns())
        .containsEntry("Seats", "quantity")
        .containsEntry("Start date", "started_at")
        .containsEntry("End", "cancelled_at")
        .doesNotContainKey("Note");
    assertThat(read.rows().taken())
        .extracting(row -> row.get("quantity"), row -> row.get("unit_price"))
        .hasToString("[(3L, 9.99), (1L, 100L)]");
    assertThat(read.rows().taken().getFirst()).doesNotContainKey("cancelled_at");
    assertThat(told(read)).isEmpty();
  }

  @Test
  void eachBadRowIsToldWithItsLineItsColumnAndWhyAndTheOthersAreKept() {
    Import read =
        read(
            "subscriptions",
            """
            subscription_id,quantity,currency,started_at,cancelled_at
            s1,-1,EUR,2026-01-01,
            s2,1,EUX,2026-01-01,
            s3,1,EUR,2026-02-01,2026-01-01
            s4,"1,5",EUR,2026-01-01,
            ,1,EUR,2026-01-01,
            s6,1,EUR,2026-01-01,,more
            s7,1,EUR,first of may,
            s8,1,EUR,2026-01-01,
            """);
    assertThat(told(read))
        .satisfiesExactly(
            row -> assertThat(row).isEqualTo("2 quantity -1 is below 0."),
            row -> assertThat(row).startsWith("3 currency \"EUX\" is no currency"),
            row -> assertThat(row).startsWith("4 cancelled_at"),
            row ->
                assertThat(row).isEqualTo("5 quantity \"1,5\" is no number: write it as 1234.5."),
            row -> assertThat(row).startsWith("6 subscription_id"),
            row ->
                assertThat(row)
                    .isEqualTo(
                        "7  The row has more values than the 5 columns that the first line names."),
            row -> assertThat(row).startsWith("8 started_at \"first of may\" is no time"));
    assertThat(read.rows().taken())
        .extracting(row -> row.get("subscription_id"))
        .containsExactly("s8");
    assertThat(read.rows().places()).containsExactly(7);
  }

  @Test
  void linesOfJsonAreMappedToo() {
    Import read =
        read(
            "customers",
            """
            {"id": "c1", "Company": "Über", "created": "2026-01-01", "vip": true}
            not json
            [1]
            {"id": 7}
            """);
    assertThat(read.sheet().format()).isEqualTo(Sheet.Format.NDJSON);
    assertThat(read.mapping().columns())
        .isEqualTo(Map.of("id", "customer_id", "Company", "name", "created", "created_at"));
    assertThat(read.rows().taken()).hasSize(1);
    assertThat(read.rows().refused()).extracting(SentRows.Refused::row).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "x-UTF-16LE-BOM", "windows-1252"})
  void filesOfSpreadsheetsAreReadInTheirEncoding(String encoding) {
    byte[] file =
        "\uFEFFcustomer_id,name\nc1,Müller"
            .replace("\uFEFF", encoding.equals("UTF-8") ? "\uFEFF" : "")
            .getBytes(Charset.forName(encoding));
    Sheet sheet = Sheet.read(file, Optional.empty(), Limits.NONE);
    assertThat(sheet.columns()).containsExactly("customer_id", "name");
    assertThat(sheet.lines().getFirst().values().get("name")).hasToString("\"Müller\"");
  }

  @Test
  void columnsWithoutANameOrWithTheSameOneAreToldApart() {
    assertThat(sheet("a,,a,a\n1,2,3,4").columns())
        .containsExactly("a", "column 2", "a (2)", "a (3)");
  }

  @Test
  void aFileThatBreaksOffIsKeptUpToThere() {
    Import read = read("customers", "customer_id,name\nc1,A\nc2,\"B\nc3,C");
    assertThat(read.rows().taken()).hasSize(1);
    assertThat(told(read)).singleElement().asString().startsWith("3  From this line on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\n", "{\"id\": 1}\n"})
  void aFileOfMoreLinesThanItMayHaveIsRefusedWhileItIsRead(String line) {
    String hundred = (line.startsWith("{") ? "" : "id\n") + line.repeat(100);
    assertThat(sheet(hundred).lines()).hasSize(100);
    assertThatThrownBy(() -> sheet(hundred + line))
        .isInstanceOf(FailureException.class)
        .hasMessage("A file has at most 100 rows; send parts of it.");
  }

  @Test
  void aFileOfMoreColumnsThanItMayHaveIsRefused() {
    assertThat(sheet("a" + ",".repeat(999)).columns()).hasSize(1000);
    assertThatThrownBy(() -> sheet("a" + ",".repeat(1000)))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("A file has at most 1000 columns");
    String names =
        IntStream.rangeClosed(1, 1001)
            .mapToObj(i -> "\"c" + i + "\": 1")
            .collect(Collectors.joining(", ", "{", "}"));
    assertThatThrownBy(() -> sheet(names))
        .hasMessageStartingWith("A file has at most 1000 columns");
  }

  @Test
  void anEmptyFileHasNothing() {
    assertThat(sheet("").lines()).isEmpty();
    assertThat(sheet("\n\n").columns()).isEmpty();
    assertThat(sheet("customer_id").lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Nope, name, The file has no such column; it has A; B.",
    "A, nope, There is no column \"nope\" in customers; there are",
  })
  void aMappingOfUnknownNamesIsRefused(String name, String column, String message) {
    assertThatThrownBy(() -> chosen(Map.of(name, column)))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith(message.replace("A; B", "A, B"));
  }

  @Test
  void twoColumnsDoNotFillOne() {
    assertThatThrownBy(() -> chosen(Map.of("A", "name", "B", "name")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("is filled by");
    assertThat(chosen(Map.of("A", "customer_id", "B", "")).columns())
        .isEqualTo(Map.of("A", "customer_id"));
  }

  private static Mapping chosen(Map<String, String> chosen) {
    return Mapping.chosen(
        chosen, List.of("A", "B"), Intake.of("customers").orElseThrow().dataset());
  }
}
