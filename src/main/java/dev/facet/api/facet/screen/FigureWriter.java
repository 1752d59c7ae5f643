package dev.facet.api.facet.screen;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Values;
import dev.facet.transform.Figure;
import dev.facet.transform.Figure.Point;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a tree of datasets gives as a chart's {@code dataset}. */
final class FigureWriter {
  private FigureWriter() {}

  /** The field {@code dataset}. */
  static void write(JsonGenerator out, Figure figure) throws IOException {
    out.writeFieldName("dataset");
    out.writeStartObject();
    switch (figure) {
      case Figure.Count(Number value) -> {
        out.writeStringField("type", "count");
        out.writeFieldName("value");
        number(out, value);
      }
      case Figure.Points points -> {
        out.writeStringField("type", "aggregate");
        out.writeObjectFieldStart("metadata");
        out.writeArrayFieldStart("seriesTitles");
        for (String series : points.series()) {
          out.writeString(series);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeFieldName("dataset");
        points(out, points.points());
      }
      case Figure.Rows(Table table) -> {
        out.writeStringField("type", "json");
        rows(out, table);
      }
    }
    out.writeEndObject();
  }

  private static void points(JsonGenerator out, List<Point> points) throws IOException {
    out.writeStartArray();
    for (Point point : points) {
      out.writeStartObject();
      out.writeStringField("key", point.key());
      for (Map.Entry<String, Number> column : point.columns().entrySet()) {
        out.writeFieldName(column.getKey());
        number(out, column.getValue());
      }
      if (point.buckets() != null) {
        out.writeFieldName("buckets");
        points(out, point.buckets());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void number(JsonGenerator out, @Nullable Number value) throws IOException {
    boolean finite = value == null || Double.isFinite(value.doubleValue());
    out.writePOJO(finite ? Values.canonical(value) : null);
  }

  private static void rows(JsonGenerator out, Table table) throws IOException {
    out.writeArrayFieldStart("rows");
    for (List<@Nullable Object> row : table.rows()) {
      out.writeStartObject();
      int place = 0;
      for (Column column : table.columns()) {
        out.writeFieldName(column.name());
        out.writePOJO(row.get(place++));
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
