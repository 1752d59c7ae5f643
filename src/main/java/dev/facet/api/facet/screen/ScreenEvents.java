package dev.facet.api.facet.screen;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facet.answer.Result;
import dev.facet.api.http.Json;
import dev.facet.dashboard.question.Questions;
import dev.facet.model.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The event stream of one screen: each chart as it is ready. Belongs to one thread. */
final class ScreenEvents {
  private final OutputStream out;
  private final ChartWriter charts;
  private final List<Questions.Item> items;

  /** The places of the charts that ask, by the number of their question. */
  private final List<Integer> asking = new ArrayList<>();

  private final boolean[] told;

  ScreenEvents(OutputStream out, ChartWriter charts, Questions screen) {
    this.out = out;
    this.charts = charts;
    this.items = screen.items();
    this.told = new boolean[items.size()];
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).shows() instanceof Questions.Shows.Answer) {
        asking.add(i);
      }
    }
  }

  void start(long position, Instant at) throws IOException {
    event(
        json -> {
          json.writeStringField("type", "start");
          json.writeNumberField("position", position);
          json.writeStringField("as_of", at.toString());
          json.writeNumberField("charts", items.size());
        });
  }

  /** The charts that ask nothing. */
  void unasked() {
    for (int i = 0; i < items.size(); i++) {
      if (!asking.contains(i)) {
        chart(i, null);
      }
    }
  }

  void answered(Result result, int question) {
    chart(asking.get(question), result);
  }

  /** What could not even be asked. */
  void rest(Failure failure) {
    for (int i = 0; i < told.length; i++) {
      if (!told[i]) {
        chart(i, new Result.Failed(failure));
      }
    }
  }

  private void chart(int index, @Nullable Result result) {
    told[index] = true;
    try {
      event(
          json -> {
            json.writeStringField("type", "chart");
            json.writeNumberField("index", index);
            json.writeFieldName("chart");
            charts.write(json, items.get(index), result);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() throws IOException {
    event(json -> json.writeStringField("type", "end"));
  }

  /** Writes fields of an object. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private void event(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    bytes.writeBytes("data: ".getBytes(StandardCharsets.UTF_8));
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    bytes.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    out.write(bytes.toByteArray());
    out.flush();
  }
}
