package dev.facet.api.oktopost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent: an answer in the vendor's envelope, no bug, no word of an engine. */
class BadInputTest {
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "1e9",
          "99999999999999999999999",
          "null",
          "true",
          "[]",
          "{}",
          "{\"networks\":[\"a'b\\\"c\"]}",
          "' OR 1=1 --",
          "%",
          "çay 🍵 日本",
          "\u0000",
          "\uD800",
          "{x}",
          "../../etc/passwd",
          "x".repeat(3000),
          "[".repeat(2000));
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "/dashboard", List.of("_page", "_count", "_order", "search", "visibility"),
          "/post",
              List.of(
                  "_page",
                  "_order",
                  "campaignId",
                  "messageId",
                  "createdBy",
                  "source",
                  "status",
                  "after",
                  "before"),
          "/click",
              List.of(
                  "_order",
                  "convertsOnly",
                  "messageId",
                  "leadId",
                  "campaignId",
                  "visitorId",
                  "before",
                  "after"),
          "/credential", List.of("_page", "network", "includeInvalid"),
          "/campaign", List.of("_page", "_order", "q", "status", "withTags"),
          "/followers/acme", List.of("fromDate", "toDate"));

  @TempDir static Path folder;
  private static Account account;
  private static String board;

  @BeforeAll
  static void start() throws Exception {
    account = new Account(folder, Map.of("store.url", ""));
    account.rows(
        "posts",
        "{\"post_id\":\"a\",\"profile\":\"acme\",\"platform\":\"x\",\"published_at\":\"2026-03-01\"}");
    board =
        account.boardOf(
            "{}",
            "{\"kind\":\"ReportQuery\",\"dataset\":\"posts\",\"dimensions\":[\"network\"],\"metrics\":[\"posts\"]}");
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  private static void assertSober(Reply reply, String about) {
    assertThat(reply.status()).as(about + " " + reply.body()).isIn(200, 400, 404);
    assertThat(reply.json().path("Result").isBoolean()).as(about).isTrue();
    assertThat(reply.json().path("Result").asBoolean()).isEqualTo(reply.status() == 200);
    assertThat(reply.body())
        .doesNotContainIgnoringCase("exception")
        .doesNotContainIgnoringCase("duckdb")
        .doesNotContainIgnoringCase("sqlite")
        .doesNotContain("SELECT ")
        .doesNotContain("posts_1");
  }

  @Test
  void every_parameter_takes_anything_without_a_bug() throws Exception {
    for (Map.Entry<String, List<String>> path : PARAMETERS.entrySet()) {
      for (String name : path.getValue()) {
        for (String value : VALUES) {
          String asked = path.getKey() + "?" + name + "=" + Account.encoded(value);
          assertSober(account.get(asked), asked);
        }
      }
    }
  }

  @Test
  void every_id_takes_anything_without_a_bug() throws Exception {
    for (String path :
        List.of(
            "/dashboard/", "/post/", "/analytics/", "/credential/", "/followers/", "/campaign/")) {
      for (String value : VALUES) {
        String asked = path + Account.encoded(value).replace("+", "%20");
        assertSober(account.get(asked), asked);
      }
    }
  }

  @Test
  void every_key_of_a_filter_takes_anything_without_a_bug() throws Exception {
    List<String> values =
        List.of(
            "null",
            "true",
            "1e400",
            "\"x\"",
            "[]",
            "[1]",
            "[null]",
            "[[]]",
            "{}",
            "[\"\"]",
            "[\"çay 🍵\"]",
            "[\"\\u0000\"]",
            "[\"' OR 1=1\"]",
            "\"2026-02-29\"",
            "\"0000-01-01\"",
            "\"9999-12-31\"",
            "[" + "\"x\",".repeat(700) + "\"x\"]");
    for (String key :
        List.of(
            "networks",
            "campaigns",
            "credentials",
            "messages",
            "postSources",
            "statuses",
            "users",
            "tags",
            "fromDate",
            "toDate",
            "other")) {
      for (String value : values) {
        String filter = "{\"" + key + "\":" + value + "}";
        assertSober(account.report(board, 0, filter), filter);
      }
    }
    for (String value : VALUES) {
      assertSober(account.report(board, 0, value), value);
    }
  }

  @Test
  void many_at_once_are_answered_alike() throws Exception {
    String path = "/dashboard/" + board + "/report?id=" + account.widget(board, 0);
    try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 160; i++) {
        Callable<String> call = () -> account.get(path).body();
        answers.add(callers.submit(call));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get())
            .isEqualTo(
                "{\"Result\":true,\"Data\":[{\"Network\":\"Twitter\",\"Posts\":1}],\"Entities\":{}}");
      }
    }
  }
}
