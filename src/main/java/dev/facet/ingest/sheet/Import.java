package dev.facet.ingest.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dataset.Intake;
import dev.facet.ingest.row.SentRows;
import dev.facet.model.FailureException;
import java.util.List;

/**
 * The rows of a file for a dataset.
 *
 * @param rows in the order of the file
 */
public record Import(Sheet sheet, Mapping mapping, Intake intake, SentRows rows) {

  /** Reads each line by the mapping; a line that cannot be read is refused, the others are kept. */
  public static Import of(Sheet sheet, Mapping mapping, Intake intake) {
    List<SentRows.Given> given = given(sheet, mapping, intake);
    return new Import(sheet, mapping, intake, SentRows.of(given, intake));
  }

  /** Each line as the row it is to become. */
  public static List<SentRows.Given> given(Sheet sheet, Mapping mapping, Intake intake) {
    return sheet.lines().stream().map(line -> row(line, sheet, mapping, intake)).toList();
  }

  /** The line of the file that a row, counted from 0, began on. */
  public int line(int row) {
    return sheet.lines().get(row).number();
  }

  private static SentRows.Given row(Line line, Sheet sheet, Mapping mapping, Intake intake) {
    if (line.fault() != null) {
      return SentRows.Given.broken("", line.fault());
    }
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    try {
      line.values()
          .forEach(
              (name, value) -> {
                String column = mapping.columns().get(name);
                if (column != null) {
                  row.set(column, value(value, column, sheet, intake));
                }
              });
    } catch (FailureException e) {
      String path = e.failure().path();
      return SentRows.Given.broken(path == null ? "" : path, e.failure().message());
    }
    return SentRows.Given.of(row);
  }

  private static JsonNode value(JsonNode value, String column, Sheet sheet, Intake intake) {
    return sheet.format() == Sheet.Format.CSV
        ? CellText.value(value.textValue(), intake.dataset().column(column))
        : value;
  }
}
