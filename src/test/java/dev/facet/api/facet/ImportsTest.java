package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.cli.Program;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of rows over HTTP and on the command line. */
class ImportsTest {
  private static final String DATASETS = "/facet/v1/projects/1/datasets/";
  private static final String FILE =
      """
      Number;Client;Total;Currency;State;Due
      i1;c1;10.50;EUR;OPEN;2026-02-01
      i2;c1;x;EUR;OPEN;2026-02-01
      i3;c9;3;EUR;OPEN;2026-02-01
      """;

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    server.post(DATASETS + "customers/rows", "phx_all", "{\"customer_id\":\"c1\"}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply post(String path, String body) throws Exception {
    return server.post(DATASETS + path, "phx_all", body);
  }

  private static String mapping(String json) {
    return "mapping=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  private String invoices() throws Exception {
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
    Reply reply =
        server.post(
            "/api/projects/1/query/",
            "phx_all",
            """
            {"query":{"kind":"ReportQuery","dataset":"invoices","dimensions":["invoice_id"],"metrics":["sum_amount"],
             "order_by":[{"field":"invoice_id"}]}}""");
    return reply.json().path("results").toString();
  }

  @Test
  void a_preview_says_what_columns_seem_to_mean_and_keeps_nothing() throws Exception {
    Reply reply = post("invoices/import/preview", FILE);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("format").asText()).isEqualTo("csv");
    assertThat(reply.json().path("delimiter").asText()).isEqualTo(";");
    assertThat(reply.json().path("columns").path(2).toString())
        .isEqualTo(
            "{\"name\":\"Total\",\"column\":\"amount\",\"samples\":[\"10.50\",\"x\",\"3\"]}");
    assertThat(reply.json().path("missing")).isEmpty();
    assertThat(reply.json().path("total").asInt()).isEqualTo(3);
    assertThat(reply.json().path("acceptable").asInt()).isEqualTo(2);
    assertThat(reply.json().path("rows").path(0).toString())
        .isEqualTo(
            "{\"invoice_id\":\"i1\",\"customer_id\":\"c1\",\"amount\":10.5,\"currency\":\"EUR\",\"status\":\"OPEN\",\"due_at\":\"2026-02-01T00:00:00Z\"}");
    assertThat(reply.json().path("rejected").path(0).toString())
        .isEqualTo(
            "{\"row\":1,\"line\":3,\"path\":\"amount\",\"message\":\"\\\"x\\\" is no number: write it as 1234.5.\"}");
    assertThat(invoices()).isEqualTo("[]");
  }

  @Test
  void an_import_keeps_the_good_rows_and_warns_of_customers_who_are_not_there() throws Exception {
    Reply reply = post("invoices/import", FILE);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(reply.json().path("rejected")).hasSize(1);
    assertThat(reply.json().path("warnings").toString())
        .isEqualTo(
            "[{\"row\":2,\"line\":4,\"path\":\"customer_id\",\"message\":\"There is no customer \\\"c9\\\" yet.\"}]");
    assertThat(invoices()).isEqualTo("[[\"i1\",10.5],[\"i3\",3]]");
  }

  @Test
  void rows_of_json_warn_of_customers_who_are_not_there_and_only_of_those() throws Exception {
    Reply known = post("invoices/rows", "{\"invoice_id\":\"1\",\"customer_id\":\"c1\"}");
    assertThat(known.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    Reply unknown =
        post(
            "subscriptions/rows",
            "[{\"quantity\":1},{\"subscription_id\":\"1\",\"customer_id\":\"x\"}]");
    assertThat(unknown.json().path("warnings").path(0).path("row").asInt()).isEqualTo(1);
  }

  @Test
  void a_chosen_mapping_counts_and_one_without_the_key_is_refused() throws Exception {
    String chosen = "{\"Client\":\"invoice_id\",\"Total\":null,\"Number\":\"customer_id\"}";
    Reply reply = post("invoices/import?" + mapping(chosen), FILE);
    assertThat(reply.json().path("accepted").asInt()).as(reply.body()).isEqualTo(3);
    assertThat(invoices()).isEqualTo("[[\"c1\",0],[\"c9\",0]]");
    Reply keyless = post("invoices/import?" + mapping("{\"Total\":\"amount\"}"), FILE);
    assertThat(keyless.status()).isEqualTo(400);
    assertThat(keyless.json().path("error").path("path").asText()).isEqualTo("mapping");
    Reply odd = post("invoices/import?" + mapping("{\"Total\":5}"), FILE);
    assertThat(odd.status()).isEqualTo(400);
    assertThat(post("invoices/import?" + mapping("{"), FILE).status()).isEqualTo(400);
    assertThat(post("nothing/import", FILE).status()).isEqualTo(404);
    assertThat(server.post(DATASETS + "invoices/import", "phx_vic", FILE).status()).isEqualTo(403);
  }

  @Test
  void a_preview_shows_lines_in_their_order_with_what_is_against_them() throws Exception {
    JsonNode lines = post("invoices/import/preview", FILE).json().path("lines");
    assertThat(lines).hasSize(3);
    assertThat(lines.path(0).at("/kept/amount").asDouble()).isEqualTo(10.5);
    assertThat(lines.path(0).at("/kept/due_at").asText()).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(lines.path(1).at("/given/amount").asText()).isEqualTo("x");
    assertThat(lines.path(1).path("path").asText()).isEqualTo("amount");
    assertThat(lines.path(1).has("kept")).isFalse();
    assertThat(lines.path(2).path("line").asInt()).isEqualTo(4);
  }

  @Test
  void a_file_in_parts_is_one_import_in_the_list() throws Exception {
    String chosen = mapping("{\"invoice_id\":\"invoice_id\",\"n\":\"amount\"}");
    String first = "{\"invoice_id\":\"i1\"}\n";
    Reply begun = post("invoices/import?more=true&file=a%20b.ndjson&" + chosen, first);
    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    String id = begun.json().path("import").asText();
    Reply bad = post("invoices/import?more=true&import=" + id + "&" + chosen, "{\"n\":5}\n");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.json().path("rejected")).hasSize(1);
    String last = "{\"invoice_id\":\"i2\",\"n\":\"7\"}\n{\"invoice_id\":\"i3\",\"n\":7}";
    Reply ended = post("invoices/import?import=" + id + "&" + chosen, last);
    assertThat(ended.json().path("accepted").asInt()).as(ended.body()).isEqualTo(1);
    JsonNode list = server.get("/facet/v1/projects/1/imports", "phx_all").json();
    assertThat(list.path("total").asInt()).isOne();
    JsonNode run = list.path("results").path(0);
    assertThat(run.path("file").asText()).isEqualTo("a b.ndjson");
    assertThat(run.path("accepted").asInt()).isEqualTo(2);
    assertThat(run.path("rejected").asInt()).isEqualTo(2);
    assertThat(run.path("done").booleanValue()).isTrue();
    assertThat(run.at("/user/name").asText()).isEqualTo("Ada");
  }

  @Test
  void an_import_is_gone_on_with_only_where_it_was_begun() throws Exception {
    assertThat(post("invoices/import?more=maybe", FILE).json().at("/error/path").asText())
        .isEqualTo("more");
    assertThat(server.get("/facet/v1/projects/1/imports", "phx_all").json().path("total").asInt())
        .isZero();
    String id = post("invoices/import?more=true", FILE).json().path("import").asText();
    assertThat(post("customers/import?import=" + id, "customer_id\nc1").status()).isEqualTo(404);
    assertThat(
            server
                .post("/facet/v1/projects/2/datasets/invoices/import?import=" + id, "phx_all", FILE)
                .status())
        .isEqualTo(404);
    assertThat(post("invoices/import?import=9x", FILE).json().at("/error/path").asText())
        .isEqualTo("import");
    assertThat(post("invoices/import?import=" + id, FILE).status()).isEqualTo(200);
    assertThat(post("invoices/import?import=" + id, FILE).status()).isEqualTo(404);
    assertThat(server.get("/facet/v1/projects/2/imports", "phx_all").json().path("total").asInt())
        .isZero();
    assertThat(server.get("/facet/v1/projects/1/imports", "phx_vic").status()).isEqualTo(403);
    assertThat(server.get("/facet/v1/projects/1/imports", "phx_read").status()).isEqualTo(403);
  }

  @Test
  void an_empty_file_is_called_empty() throws Exception {
    Reply reply = post("invoices/import", " \n");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asText()).isEqualTo("empty_file");
    String file = Files.writeString(folder.resolve("empty.csv"), "").toString();
    Program.Ended ended = Program.run("import", "invoices", file, "--preview");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).startsWith(file + " is empty: ");
  }

  @Test
  void the_command_line_tells_lines_that_are_refused_and_sends_the_others() throws Exception {
    String file = Files.writeString(folder.resolve("invoices.csv"), FILE).toString();
    String url = server.url();
    Program.Ended shown = Program.run("import", "invoices", file, "--preview");
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.out()).contains("Total -> amount").contains("2 rows can be taken, 1 cannot.");
    Program.Ended ended = Program.run("import", "invoices", file, "--url", url, "--key", "phx_all");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("line 3: amount: \"x\" is no number")
        .contains("line 4: customer_id: There is no customer \"c9\" yet. (taken all the same)")
        .contains("2 rows taken, 1 refused, 1 with a warning.");
    assertThat(invoices()).isEqualTo("[[\"i1\",10.5],[\"i3\",3]]");
    assertThat(Program.run("import", "nothing", file).code()).isEqualTo(2);
    assertThat(Program.run("import", "invoices", file + "x").err()).startsWith("There is no file ");
    assertThat(Program.run("import", "invoices", file, "--map", "Number=").code()).isEqualTo(2);
  }
}
