package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of dashboards and insights, over HTTP. */
class FilesTest {
  private static final String PNG = "image/png";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static Acme acme;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    acme = new Acme(folder);
    acme.capture(
        """
        {"event":"=seen","distinct_id":"a","timestamp":"2026-01-05T10:00:00Z","properties":{}},
        {"event":"=seen","distinct_id":"b","timestamp":"2026-01-05T11:00:00Z","properties":{}},
        {"event":"=seen","distinct_id":"a","timestamp":"2026-01-07T10:00:00Z","properties":{}}
        """);
  }

  @AfterAll
  static void stop() throws IOException {
    acme.close();
  }

  private static HttpResponse<byte[]> bytes(String path, @Nullable String key) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(acme.server.url() + Acme.whole(path)));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  private static JsonNode insight(String name, String query) throws Exception {
    return acme.post("insights/", "{\"name\": \"" + name + "\", \"query\": " + query + "}");
  }

  private static JsonNode seen(String name) throws Exception {
    return insight(
        name,
        """
        {"kind": "TrendsQuery", "dateRange": {"date_from": "2026-01-05", "date_to": "2026-01-07"},
         "series": [{"kind": "EventsNode", "event": "=seen"}]}""");
  }

  private static JsonNode export(String subject, Object id, String format) throws Exception {
    String body = "{\"%s\": %s, \"export_format\": \"%s\"}".formatted(subject, id, format);
    return acme.post("exports/", body);
  }

  private static void assertIsPng(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(image.getWidth()).isEqualTo(2400);
    assertThat(image.getHeight()).isGreaterThan(200);
  }

  @Test
  void a_dashboard_becomes_a_picture_and_pages() throws Exception {
    String dashboard = acme.dashboard("{\"name\": \"Größe & Wuchs\"}");
    String id = dashboard.replaceAll("\\D", "");
    JsonNode insight = seen("Seen per day");
    acme.patch("insights/" + insight.get("id") + "/", "{\"dashboards\": [" + id + "]}");
    JsonNode made = export("dashboard", id, PNG);
    assertThat(made.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "id",
            "dashboard",
            "insight",
            "export_format",
            "created_at",
            "has_content",
            "export_context",
            "filename",
            "expires_after",
            "exception");
    assertThat(made.get("has_content").asBoolean()).isTrue();
    assertThat(made.get("dashboard").asText()).isEqualTo(id);
    assertThat(made.get("filename").asText()).isEqualTo("export-gro-e-wuchs.png");
    HttpResponse<byte[]> content = bytes("exports/" + made.get("id") + "/content/", Acme.ADA);
    assertThat(content.headers().firstValue("Content-Type")).contains(PNG);
    assertThat(content.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"export-gro-e-wuchs.png\"");
    assertIsPng(content.body());

    JsonNode pages = export("dashboard", id, "application/pdf");
    byte[] pdf = bytes("exports/" + pages.get("id") + "/content", Acme.ADA).body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Größe & Wuchs", "5 Jan 2026 – 7 Jan 2026", "Seen per day", "6 Jan");
    }
    JsonNode listed = acme.get("exports/?limit=1");
    assertThat(listed.get("results").get(0)).isEqualTo(pages);
    assertThat(listed.get("next").isNull()).isFalse();
    assertThat(acme.get("exports/" + made.get("id") + "/")).isEqualTo(made);
  }

  @Test
  void an_insight_becomes_rows() throws Exception {
    JsonNode insight = seen("Rows");
    String rows = "series,5-Jan-2026,6-Jan-2026,7-Jan-2026\r\n'=seen,2,0,1\r\n";
    JsonNode made = export("insight", insight.get("id"), "text/csv");
    HttpResponse<byte[]> content = bytes("exports/" + made.get("id") + "/content/", Acme.ADA);
    assertThat(content.body()).asString().isEqualTo(rows);
    for (String path :
        new String[] {
          "insights/" + insight.get("id") + ".csv",
          "insights/" + insight.get("short_id").asText() + ".csv",
          "insights/" + insight.get("id") + "/?format=csv"
        }) {
      HttpResponse<byte[]> csv = bytes(path, Acme.ADA);
      assertThat(csv.statusCode()).as(path).isEqualTo(200);
      assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
      assertThat(csv.body()).as(path).isEqualTo(content.body());
    }
    assertThat(acme.get("insights/" + insight.get("id") + "/?format=json").has("result")).isTrue();
  }

  @Test
  void dashboards_and_insights_become_workbooks() throws Exception {
    String dashboard = acme.dashboard("{\"name\": \"Books\"}");
    String id = dashboard.replaceAll("\\D", "");
    JsonNode insight = seen("=Seen");
    acme.patch("insights/" + insight.get("id") + "/", "{\"dashboards\": [" + id + "]}");
    for (JsonNode made :
        List.of(export("dashboard", id, XLSX), export("insight", insight.get("id"), XLSX))) {
      HttpResponse<byte[]> content = bytes("exports/" + made.get("id") + "/content/", Acme.ADA);
      assertThat(content.headers().firstValue("Content-Type")).contains(XLSX);
      assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
          .contains(made.get("filename").asText())
          .contains(".xlsx");
      try (ReadableWorkbook workbook =
          new ReadableWorkbook(new ByteArrayInputStream(content.body()))) {
        assertThat(workbook.getFirstSheet().getName()).isEqualTo("=Seen");
        List<Row> rows = workbook.getFirstSheet().read();
        assertThat(rows.getFirst().getCellText(1)).isEqualTo("=seen");
        assertThat(rows.get(1).getCellAsDate(0)).contains(LocalDateTime.parse("2026-01-05T00:00"));
        assertThat(rows.stream().skip(1).map(row -> row.getCellAsNumber(1).orElseThrow()))
            .usingElementComparator(BigDecimal::compareTo)
            .containsExactly(BigDecimal.TWO, BigDecimal.ZERO, BigDecimal.ONE);
      }
    }
  }

  @Test
  void what_cannot_be_answered_says_why() throws Exception {
    JsonNode broken =
        insight(
            "Broken",
            "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"math\":\"magic\"}]}");
    JsonNode made = export("insight", broken.get("id"), "text/csv");
    assertThat(made.get("has_content").asBoolean(true)).isFalse();
    assertThat(made.get("exception").asText()).contains("magic");
    assertThat(bytes("exports/" + made.get("id") + "/content", Acme.ADA).statusCode())
        .isEqualTo(404);
    JsonNode drawn = export("insight", broken.get("id"), PNG);
    assertIsPng(bytes("exports/" + drawn.get("id") + "/content", Acme.ADA).body());
    assertThat(bytes("insights/" + broken.get("id") + ".csv", Acme.ADA).statusCode())
        .isEqualTo(400);
  }

  private static String refused(String body, String key) throws Exception {
    return acme.refused(400, "POST", "exports/", key, body).get("detail").asText();
  }

  @Test
  void a_wrong_export_is_refused() throws Exception {
    JsonNode insight = seen("Refused");
    String dashboard = acme.dashboard("{}").replaceAll("\\D", "");
    assertThat(refused("{\"insight\": 1, \"export_format\": \"video/webm\"}", Acme.ADA))
        .contains("video/webm", "image/png, application/pdf, text/csv, " + XLSX);
    assertThat(refused("{\"insight\": 1}", Acme.ADA)).isEqualTo("This field is required.");
    assertThat(refused("{\"export_format\": \"image/png\"}", Acme.ADA))
        .contains("Either dashboard or insight is required");
    assertThat(refused("{\"dashboard\": 999999, \"export_format\": \"image/png\"}", Acme.ADA))
        .isEqualTo("Invalid pk \"999999\" - object does not exist.");
    assertThat(
            refused(
                "{\"dashboard\": " + dashboard + ", \"export_format\": \"text/csv\"}", Acme.ADA))
        .contains("text/csv is for an insight");
    String body = "{\"insight\": " + insight.get("id") + ", \"export_format\": \"image/png\"}";
    acme.refused(400, "POST", "/api/projects/3/exports/", "phx_una", body);
    acme.refused(403, "POST", "exports/", "phx_read", body);
  }

  @Test
  void exports_are_their_makers_own() throws Exception {
    JsonNode made = export("insight", seen("Mine").get("id"), "text/csv");
    String path = "exports/" + made.get("id");
    acme.refused(404, "GET", path, Acme.EVE, "");
    acme.refused(404, "GET", path + "/content", Acme.EVE, "");
    assertThat(acme.expect(200, "GET", "exports/", Acme.EVE, null).get("results")).isEmpty();
  }

  @Test
  void a_share_has_a_preview_as_long_as_it_is_open() throws Exception {
    String dashboard = acme.dashboard("{\"name\": \"Preview\"}");
    String token =
        acme.patch(dashboard + "sharing/", "{\"enabled\":true}").get("access_token").asText();
    String path = "/shared/" + token + ".png";
    HttpResponse<byte[]> picture = bytes(path, null);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains(PNG);
    assertIsPng(picture.body());
    acme.patch(dashboard + "sharing/", "{\"password_required\":true}");
    assertThat(bytes(path, null).statusCode()).isEqualTo(404);
    acme.patch(dashboard + "sharing/", "{\"password_required\":false}");
    assertThat(bytes(path, null).statusCode()).isEqualTo(200);
    acme.patch(dashboard, "{\"deleted\":true}");
    assertThat(bytes(path, null).statusCode()).isEqualTo(404);
    acme.patch(dashboard, "{\"deleted\":false}");
    acme.patch(dashboard + "sharing/", "{\"enabled\":false}");
    assertThat(bytes(path, null).statusCode()).isEqualTo(404);
    Reply unknown = acme.server.send("GET", "/shared/nobody.png", null, null);
    assertThat(unknown.status()).isEqualTo(404);
  }
}
