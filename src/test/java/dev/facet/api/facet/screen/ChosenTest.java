package dev.facet.api.facet.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader chooses counts alike on the page, in files and, where it is offered, on links. */
class ChosenTest {
  private static final String PATH = "/facet/v1/projects/1/dashboards";
  private static final String EVENTS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"plan":"free","site":"x"}},
        {"event":"visit","distinct_id":"b","timestamp":"2026-03-01T11:00:00Z","properties":{"plan":"pro","site":"y"}},
        {"event":"visit","distinct_id":"b","timestamp":"2026-03-02T10:00:00Z","properties":{"plan":"pro","site":"x"}},
        {"event":"buy","distinct_id":"b","timestamp":"2026-03-03T10:00:00Z","properties":{"plan":"pro","site":"y"}}]}""";
  private static final String FORM =
      """
      {"name":"Sales & more","filters":{"date_from":"2026-03-01","date_to":"2026-03-03"},
       "variables":{"%1$s":{"code_name":"plan","variableId":"%1$s","value":"free"}},
       "available_filters":[{"technical_name":"Site","title":"Site","values_retrieve_method":"Query","multi_select":true,
         "values_query":"SELECT {site @map} FROM UserEvent","query_fragments":[
           {"type":"OTQL","starting_object_type":"UserEvent","fragment":"site IN $values"}]}],
       "sections":[{"title":"","cards":[
        {"x":0,"y":0,"w":6,"h":4,"charts":[{"title":"Visits","type":"line","query":
          {"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit"}]}}]},
        {"x":6,"y":0,"w":6,"h":4,"charts":[{"title":"Events","type":"metric","query":
          {"kind":"DatasetTree","dataset":{"type":"OTQL","query_text":"SELECT @count{} FROM UserEvent"}}}]},
        {"x":0,"y":4,"w":6,"h":4,"charts":[{"title":"Plan","type":"table","query":
          {"kind":"HogQLQuery","query":"select event, count() as n from events where {filters} and properties.plan = {variables.plan} group by event order by event"}}]}]}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;
  private JsonNode board;
  private String path = "";

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    made(server.post("/batch", null, EVENTS), 200);
    made(server.post("/facet/v1/flush", "phx_all", null), 200);
    String variable =
        made(
                server.post(
                    "/api/projects/1/insight_variables/",
                    "phx_all",
                    "{\"name\":\"plan\",\"type\":\"String\",\"default_value\":\"none\"}",
                    "Content-Type",
                    "application/json"),
                201)
            .path("id")
            .asText();
    board = made(server.post(PATH, "phx_all", FORM.formatted(variable)), 201);
    path = PATH + "/" + board.path("id").asText();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode made(Reply reply, int status) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    return reply.json();
  }

  /** An address with these parameters, separated by blanks, their values to be escaped. */
  private static String asked(String address, String parameters) {
    List<String> pairs = new ArrayList<>();
    for (String pair : parameters.isEmpty() ? new String[0] : parameters.split(" ")) {
      String[] parts = pair.split("=", 2);
      pairs.add(parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
    }
    return address + "?" + String.join("&", pairs);
  }

  private HttpResponse<byte[]> file(String format, String parameters) throws Exception {
    return file(path + "/export/" + format, parameters, "phx_all");
  }

  private HttpResponse<byte[]> file(String address, String parameters, String key)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + asked(address, parameters)))
            .header("Authorization", "Bearer " + key)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofByteArray());
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(text).isEqualTo(200);
    return text;
  }

  /** The rows of what is shown: visits by day, events, buyers of a plan. */
  private static String shown(JsonNode data) {
    List<String> visits = new ArrayList<>();
    data.at("/charts/0/rows")
        .forEach(
            row -> visits.add(row.get(1).asText().substring(5, 10) + " " + row.get(2).asInt()));
    List<String> plan = new ArrayList<>();
    data.at("/charts/2/rows").forEach(row -> plan.add(row.get(0).asText() + " " + row.get(1)));
    return String.join(", ", visits)
        + " | "
        + data.at("/charts/1/dataset/value").asInt()
        + " | "
        + String.join(", ", plan);
  }

  /** The same out of CSV. */
  private static String shown(String csv) {
    String[] parts = csv.split("\r\n\r\n");
    assertThat(parts).as(csv).hasSize(3);
    List<String> visits = new ArrayList<>();
    parts[0].lines().skip(2).forEach(line -> visits.add(line.substring(5).replace(',', ' ')));
    List<String> plan = new ArrayList<>();
    parts[2].lines().skip(2).forEach(line -> plan.add(line.replace(',', ' ')));
    return String.join(", ", visits)
        + " | "
        + parts[1].lines().skip(2).findFirst().orElse("")
        + " | "
        + String.join(", ", plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; '03-01 2, 03-02 1, 03-03 0 | 4 | visit 1'",
        "'date_from=2026-03-02 date_to=2026-03-02'; '03-02 1 | 4 | '",
        "'filters={\"site\":[\"x\"]}'; '03-01 2, 03-02 1, 03-03 0 | 2 | visit 1'",
        "'filters={\"site\":[\"y\"],\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-01\"}'; '03-01 2 | 2 | visit 1'",
        "'variables={\"plan\":\"pro\"}'; '03-01 2, 03-02 1, 03-03 0 | 4 | buy 1, visit 2'",
        "'properties=[{\"key\":\"plan\",\"value\":\"pro\"}]'; '03-01 1, 03-02 1, 03-03 0 | 4 | '",
        "'scope_query=SELECT{id}FROM\tUserEvent\tWHERE\tsite=\"x\"'; '03-01 2, 03-02 1, 03-03 0 | 2 | visit 1'"
      })
  void files_show_what_the_page_shows(String parameters, String expected) throws Exception {
    JsonNode data = made(server.get(asked(path + "/data", parameters), "phx_all"), 200);
    assertThat(shown(data)).isEqualTo(expected);
    assertThat(shown(text(file("csv", parameters)))).isEqualTo(expected);
  }

  @Test
  void every_format_is_served_under_its_type_and_a_name_of_its_own() throws Exception {
    String chosen = "variables={\"plan\":\"pro\"} date_from=2026-03-02";
    HttpResponse<byte[]> xlsx = file("xlsx", chosen);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.body()))) {
      Sheet visits = book.getFirstSheet();
      assertThat(visits.getName()).isEqualTo("Visits");
      assertThat(visits.read()).hasSize(4);
      assertThat(book.findSheet("Plan").orElseThrow().read().get(1).getCellText(0))
          .isEqualTo("buy");
    }
    HttpResponse<byte[]> pdf = file("pdf", chosen);
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      assertThat(new PDFTextStripper().getText(document)).contains("Sales & more", "Mar 2");
    }
    assertThat(text(file("svg", chosen))).startsWith("<svg ").contains("Sales &amp; more");
    assertThat(file("png", chosen).body()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(header(pdf, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(file("csv", ""), "Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(header(xlsx, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"export-sales-more.xlsx\"");
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void a_chart_by_itself_is_its_rows_alone() throws Exception {
    long chart = board.at("/sections/0/cards/0/charts/0/id").asLong();
    String address = path + "/charts/" + chart + "/export/";
    HttpResponse<byte[]> csv = file(address + "csv", "date_from=2026-03-02", "phx_all");
    assertThat(text(csv))
        .isEqualTo("Time,visit\r\n2026-03-02,1\r\n2026-03-03,0\r\n2026-03-04,0\r\n");
    assertThat(header(csv, "Content-Disposition")).contains("\"export-visits.csv\"");
    assertThat(text(file(address + "svg", "", "phx_all"))).doesNotContain("Plan");
    assertThat(file(path + "/charts/999/export/csv", "", "phx_all").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "csv, colour=red, 400, colour",
    "csv, 'filters={\"net\":[\"x\"]}', 400, filters.net",
    "pdf, 'variables={\"who\":1}', 400, variables.who",
    "xlsx, date_from=soon, 400, date_from",
    "csv, segment_id=5, 404, segment_id",
    "webm, '', 400, format"
  })
  void what_makes_no_sense_is_refused_before_anything_is_drawn(
      String format, String parameters, int status, String at) throws Exception {
    HttpResponse<byte[]> response = file(format, parameters);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("\"path\":\"" + at + "\"");
  }

  @Test
  void files_are_for_those_who_may_read_the_dashboard() throws Exception {
    assertThat(file(path + "/export/csv", "", "phx_read").statusCode()).isEqualTo(200);
    assertThat(file(path + "/export/csv", "", "phx_none").statusCode()).isEqualTo(403);
    assertThat(file(path + "/export/csv", "", "phx_wrong").statusCode()).isEqualTo(401);
    assertThat(file(PATH + "/999/export/csv", "", "phx_all").statusCode()).isEqualTo(404);
  }

  private String link(String settings) throws Exception {
    String sharing = "/api/projects/1/dashboards/" + board.path("id").asText() + "/sharing/";
    String body = "{\"enabled\":true,\"settings\":" + settings + "}";
    JsonNode shared = made(server.send("PATCH", sharing, "phx_all", body), 200);
    return "/facet/v1/shares/" + shared.path("access_token").asText();
  }

  private String visited(String link, String parameters) throws Exception {
    return shown(made(server.get(asked(link + "/data", parameters), null), 200));
  }

  private static final String ALL =
      "date_from=2026-03-02 filters={\"site\":[\"x\"],\"date_to\":\"2026-03-02\"} variables={\"plan\":\"pro\"}"
          + " properties=[{\"key\":\"plan\",\"value\":\"free\"}] segment_id=5";

  @Test
  void visitors_choose_what_their_link_offers_and_nothing_else() throws Exception {
    String own = "03-01 2, 03-02 1, 03-03 0 | 4 | visit 1";
    assertThat(visited(link("{}"), ALL)).isEqualTo(own);
    assertThat(visited(link("{\"visitorDates\":true}"), ALL))
        .isEqualTo("03-02 1, 03-03 0, 03-04 0 | 4 | ");
    assertThat(visited(link("{\"visitorFilters\":true}"), ALL))
        .isEqualTo("03-01 2, 03-02 1, 03-03 0 | 2 | visit 1");
    assertThat(visited(link("{\"visitorVariables\":true}"), ALL))
        .isEqualTo("03-01 2, 03-02 1, 03-03 0 | 4 | buy 1, visit 2");
    assertThat(visited(link("{\"visitorVariables\":true}"), "")).isEqualTo(own);
  }

  @Test
  void a_link_tells_what_may_be_chosen_and_no_more() throws Exception {
    String link = link("{\"visitorDates\":true,\"visitorFilters\":true,\"visitorVariables\":true}");
    JsonNode shown = made(server.get(link, null), 200).path("dashboard");
    assertThat(shown.path("filters").toString())
        .isEqualTo("{\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-03\"}");
    assertThat(shown.path("available_filters").toString())
        .isEqualTo("[{\"technical_name\":\"Site\",\"title\":\"Site\",\"multi_select\":true}]");
    assertThat(shown.path("variables").toString())
        .isEqualTo("[{\"code_name\":\"plan\",\"type\":\"String\",\"value\":\"free\"}]");
    assertThat(made(server.get(link + "/filters/site/values", null), 200).path("results"))
        .hasSize(2);
    assertThat(server.get(link("{}") + "/filters/site/values", null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'filters={\"properties\":[]}', filters.properties",
    "'filters={\"net\":[\"x\"]}', filters.net",
    "'variables={\"who\":\"x\"}', variables.who",
    "date_from=soon, date_from"
  })
  void a_visitor_who_asks_for_what_is_not_offered_there_is_told(String parameters, String at)
      throws Exception {
    String link = link("{\"visitorDates\":true,\"visitorFilters\":true,\"visitorVariables\":true}");
    Reply reply = server.get(asked(link + "/data", parameters), null);
    assertThat(made(reply, 400).at("/error/path").asText()).isEqualTo(at);
  }
}
