package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a plain refusal and nothing is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final Set<String> CODES = Set.of("VALIDATION_ERROR", "INVALID_WIDGET_TYPE");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"x\"",
          "[]",
          "[[]]",
          "[null]",
          "[1]",
          "[\"x\"]",
          "[{}]",
          "{}",
          "{\"a\":1}",
          "\"\\u0000\"",
          "\"\\ud800\"");

  /** Of each field the values above that are right there. */
  private static final Map<String, Set<String>> RIGHT =
      Map.of(
          "/name", Set.of("\"x\"", "\"\\u0000\"", "\"\\ud800\""),
          "/type", Set.of("null", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud800\""),
          "/description", Set.of("null", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud800\""),
          "/refreshInterval", Set.of("null"),
          "/widgets", Set.of("null", "[]"),
          "/widgets/0/id", Set.of("null", "\"x\"", "\"\\u0000\"", "\"\\ud800\""),
          "/widgets/0/type", Set.of(),
          "/widgets/0/title",
              Set.of("null", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"\\ud800\""),
          "/widgets/0/size", Set.of("null"),
          "/widgets/0", Set.of());

  private Client client;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    client = new Client(folder);
  }

  @AfterAll
  void stop() {
    client.close();
  }

  private static String with(String pointer, String value) {
    String body =
        "{\"name\":\"A\",\"type\":\"t\",\"description\":\"d\",\"refreshInterval\":5,\"widgets\":"
            + "[{\"id\":\"w\",\"type\":\"mrr\",\"title\":\"t\",\"size\":\"small\"}]}";
    String marked = "MARK";
    ObjectNode tree = (ObjectNode) Client.json(body);
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = tree.at(pointer.substring(0, slash));
    String field = pointer.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.put(field, marked);
    } else {
      return body.replaceFirst(
          "\\[\\{.*}]", java.util.regex.Matcher.quoteReplacement("[" + value + "]"));
    }
    return tree.toString().replace("\"" + marked + "\"", value);
  }

  private void isPlain(Reply reply, String body) throws Exception {
    assertThat(reply.status()).as("%s gives %s", body, reply.body()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asText()).as(body).isIn(CODES);
    assertThat(reply.json().at("/error/message").asText())
        .as(body)
        .doesNotContain("java.", "Exception", "SQL", "jackson");
  }

  @Test
  void a_value_of_a_wrong_type_is_refused_in_every_field() throws Exception {
    for (Map.Entry<String, Set<String>> field : RIGHT.entrySet()) {
      for (String value : VALUES) {
        String body = with(field.getKey(), value);
        Reply made = client.post(ALL, body);
        if (field.getValue().contains(value)) {
          assertThat(made.status()).as(body + " gives " + made.body()).isEqualTo(201);
          String path = ALL + "/" + made.json().path("id").asText();
          assertThat(client.get(path).status()).as(body).isEqualTo(200);
          client.delete(path);
        } else {
          isPlain(made, body);
        }
      }
    }
    assertThat(client.list().json().path("count").asInt()).isZero();
  }

  @Test
  void a_wrong_change_changes_nothing() throws Exception {
    String path = ALL + "/" + client.create("Kept", "[{\"type\":\"mrr\"}]");
    String before = client.get(path).body();
    for (Map.Entry<String, Set<String>> field : RIGHT.entrySet()) {
      for (String value : VALUES) {
        boolean leftOut = value.equals("null") && field.getKey().lastIndexOf('/') == 0;
        if (!field.getValue().contains(value) && !leftOut) {
          String body = with(field.getKey(), value);
          isPlain(client.put(path, body), body);
        }
      }
    }
    assertThat(client.get(path).body()).isEqualTo(before);
    client.delete(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "\"x\"",
        "5",
        "{\"name\":}",
        "{\"name\":\"A\"",
        "{'name':'A'}",
        "{}",
        "{\"name\":\"A\"} x"
      })
  void what_is_no_dashboard_is_refused(String body) throws Exception {
    isPlain(client.post(ALL, body), body);
  }

  @ParameterizedTest
  @CsvSource({
    "name,            401, 400",
    "type,            401, 400",
    "description,     100000, 201",
    "name,            400, 201",
  })
  void long_texts_have_a_limit(String field, int length, int status) throws Exception {
    String body = "{\"name\":\"Long\",\"" + field + "\":\"" + "𝒜".repeat(length) + "\"}";
    Reply reply = client.post(ALL, body);
    assertThat(reply.status()).isEqualTo(status);
    if (status == 201) {
      client.delete(ALL + "/" + reply.json().path("id").asText());
    }
  }

  @Test
  void many_widgets_and_a_body_that_is_too_large_are_refused() throws Exception {
    String widgets = "[" + "{\"type\":\"mrr\"},".repeat(500) + "{\"type\":\"mrr\"}]";
    isPlain(client.post(ALL, "{\"name\":\"A\",\"widgets\":" + widgets + "}"), "501 widgets");
    Reply huge = client.post(ALL, "{\"name\":\"" + "x".repeat(3_000_000) + "\"}");
    assertThat(huge.status()).isEqualTo(413);
    assertThat(huge.json().at("/error/code").asText()).isEqualTo("TOO_LARGE");
    String nested = "{\"name\":\"A\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    isPlain(client.post(ALL, nested), "nested");
  }

  @Test
  void five_hundred_widgets_are_answered_together() throws Exception {
    String path =
        ALL
            + "/"
            + client.create(
                "Many", "[" + "{\"type\":\"mrr\"},".repeat(499) + "{\"type\":\"arr\"}]");
    JsonNode widgets = client.get(path).json().path("widgets");
    assertThat(widgets).hasSize(500).allMatch(widget -> widget.at("/data/series").size() == 12);
    client.delete(path);
  }

  @Test
  void random_filters_are_answered_or_refused() throws Exception {
    List<String> words =
        List.of(
            "name",
            "widgetCount",
            "createdAt",
            "eq",
            "gt",
            "and",
            "or",
            "not",
            "in",
            "(",
            ")",
            ",",
            "'a'",
            "''",
            "'",
            "5",
            "-1.5",
            "null",
            "true",
            "2026-03-04T12:00:00Z",
            "contains(",
            "tolower(",
            "length(",
            "é",
            "𝒜",
            "%",
            "\t",
            "$",
            "\"",
            ";");
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      StringBuilder filter = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--) {
        filter
            .append(words.get(random.nextInt(words.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      Reply reply = client.list("$filter", filter.toString());
      assertThat(reply.status()).as("%s gives %s", filter, reply.body()).isIn(200, 400);
      if (reply.status() == 400) {
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("INVALID_FILTER");
        assertThat(reply.json().at("/error/message").asText()).startsWith("$filter: At character ");
      }
    }
  }

  @Test
  void a_filter_without_end_is_refused() throws Exception {
    Reply deep = client.list("$filter", "(".repeat(3_000));
    assertThat(deep.status()).as(deep.body()).isEqualTo(400);
    Reply chain = client.list("$filter", "true eq ".repeat(300) + "true");
    assertThat(chain.json().at("/error/message").asText()).contains("at most 100 levels");
  }
}
