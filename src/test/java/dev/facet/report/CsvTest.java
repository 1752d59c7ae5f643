package dev.facet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows as RFC 4180 has them, and nothing that a spreadsheet would run. */
class CsvTest {

  private static String row(@Nullable Object... cells) {
    Csv csv = new Csv();
    csv.row(Arrays.asList(cells));
    return csv.toString();
  }

  @Test
  void quotes_stand_where_they_are_needed() {
    assertThat(row("a", 1, 2.5, null, true)).isEqualTo("a,1,2.5,,true\r\n");
    assertThat(row("a,b", "say \"x\"", "two\nlines"))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
  }

  @Test
  void texts_are_never_formulas_and_numbers_stay_numbers() {
    assertThat(row("=1+1", "+1", "-1", "@x", "\tx")).isEqualTo("'=1+1,'+1,'-1,'@x,'\tx\r\n");
    assertThat(row(-1, -2.5)).isEqualTo("-1,-2.5\r\n");
    assertThat(row("=HYPERLINK(\"x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
  }
}
