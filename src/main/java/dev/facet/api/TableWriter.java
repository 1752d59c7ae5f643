package dev.facet.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.query.Breakdown;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as {@code columns} and {@code rows}, times at the offset of a zone, the values of
 * several breakdowns as one text with {@code ::} between them, other lists as lists.
 */
public record TableWriter(ZoneId zone) {

  /** Writes both fields into the object that is open. */
  public void write(JsonGenerator out, Table table) throws IOException {
    out.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      out.writeStartObject();
      out.writeStringField("name", column.name());
      out.writeStringField("type", word(column.type()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("rows");
    for (List<@Nullable Object> row : table.rows()) {
      out.writeStartArray();
      for (int i = 0; i < row.size(); i++) {
        cell(out, row.get(i), table.columns().get(i).type());
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static String word(Type type) {
    if (type.isListOfOne()) {
      return "list";
    }
    return (type == Type.LIST ? Type.TEXT : type).name().toLowerCase(Locale.ROOT);
  }

  private void list(JsonGenerator out, List<?> values, Type element) throws IOException {
    out.writeStartArray();
    for (Object value : values) {
      cell(out, value, element);
    }
    out.writeEndArray();
  }

  private void cell(JsonGenerator out, @Nullable Object value, Type type) throws IOException {
    Type element = type.element();
    if (value instanceof Long micros && type == Type.TIME) {
      OffsetDateTime time = Micros.toInstant(micros).atZone(zone).toOffsetDateTime();
      out.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    } else if (value instanceof Long days && type == Type.DATE) {
      out.writeString(LocalDate.ofEpochDay(days).toString());
    } else if (type == Type.OBJECT) {
      out.writePOJO(value);
    } else if (value instanceof List<?> values && element != null) {
      list(out, values, element);
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      out.writeNull();
    } else if (value instanceof List<?> values) {
      out.writeString(Breakdown.label(values));
    } else {
      out.writePOJO(value);
    }
  }
}
