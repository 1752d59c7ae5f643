package dev.facet.api.oktopost;

import static dev.facet.api.oktopost.Account.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of all sources about the same posts, on 2026-03-04, 07:00 in New York. */
class ReportsTest {
  private static final String POSTS =
      """
      {"post_id":"a","request_id":"r1","profile":"acme","platform":"linkedin","published_at":"2026-03-01T10:00:00Z","success":true,"campaign":"spring","message":"m1","tags":["new","sale"],"creator":"ada"}
      {"post_id":"b","profile":"acme","platform":"twitter","published_at":"2026-03-02T04:59:59Z","success":true,"campaign":"spring","message":"m2","tags":["sale"],"creator":"bob"}
      {"post_id":"c","request_id":"r2","profile":"zeta","platform":"linkedin","published_at":"2026-03-02T05:00:00Z","success":false,"creator":"ada"}
      {"post_id":"d","profile":"zeta","platform":"mastodon","published_at":"2026-02-02T05:00:00Z","success":true,"campaign":"winter"}
      {"post_id":"e","profile":"zeta","platform":"youtube","published_at":"2026-02-02T04:59:59.999Z","success":true,"campaign":"winter"}
      """;
  private static final String SNAPSHOTS =
      """
      {"post_id":"a","date":"2026-03-02","metrics":{"impressions":100,"likes":5,"comments":2,"shares":1,"reach":60}}
      {"post_id":"a","date":"2026-03-04","metrics":{"impressions":15200,"likes":500,"comments":20,"shares":10,"reach":9000}}
      {"post_id":"a","date":"2026-03-05","metrics":{"impressions":99999,"likes":99999}}
      {"post_id":"b","date":"2026-03-03","metrics":{"views":8700,"likes":200,"replies":15,"reposts":3,"quotes":4}}
      {"post_id":"d","date":"2026-02-03","metrics":{"likes":7}}
      """;
  private static final String CLICKS =
      """
      {"click_id":"1","at":"2026-03-02T04:59:59Z","post_id":"a","profile":"acme","network":"linkedin","campaign":"spring","link_url":"https://a.example/?q=1","visitor_id":"v1","geo_country":"DE","geo_city":"Köln","geo_organization":"Uni","converted_at":"2026-03-03T10:00:00Z","conversion_tag":"signup"}
      {"click_id":"2","at":"2026-03-02T05:00:00Z","post_id":"a","profile":"acme","network":"linkedin","campaign":"spring","link_url":"https://a.example/?q=1","visitor_id":"v1","geo_country":"FR"}
      {"click_id":"3","at":"2026-03-03T05:00:00Z","post_id":"b","profile":"acme","network":"x","campaign":"spring","link_url":"https://b.example/","visitor_id":"v2","geo_country":"DE","converted_at":"2026-03-04T04:59:00Z","conversion_tag":"buy"}
      {"click_id":"4","at":"2026-03-03T06:00:00Z","post_id":"gone","network":"x","link_url":"https://b.example/"}
      """;
  private static final String PROFILES =
      """
      {"profile":"acme","platform":"linkedin","date":"2026-01-01","level":{"followers":90}}
      {"profile":"acme","platform":"linkedin","date":"2026-03-01","level":{"followers":100}}
      {"profile":"acme","platform":"linkedin","date":"2026-03-02","daily":{"reach":5}}
      {"profile":"acme","platform":"linkedin","date":"2026-03-03","level":{"followers":97}}
      {"profile":"acme","platform":"x","date":"2026-03-03","level":{"followers":40}}
      {"profile":"zeta","platform":"x","date":"2026-03-02","level":{"followers":7}}
      """;

  @TempDir static Path folder;
  private static Account account;

  @BeforeAll
  static void start() throws Exception {
    account = new Account(folder);
    account.rows("posts", POSTS);
    account.rows("post_snapshots", SNAPSHOTS);
    account.rows("clicks", CLICKS);
    account.rows("profile_snapshots", PROFILES);
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  private static String query(String dataset, String rest) {
    return "{\"kind\":\"ReportQuery\",\"dataset\":\"" + dataset + "\"," + rest + "}";
  }

  private static String rows(String dataset, String rest) throws Exception {
    return account.data(account.boardOf("{}", query(dataset, rest)), 0, "");
  }

  private static void assertRows(String dataset, String rest, String expected) throws Exception {
    assertThat(json(rows(dataset, rest))).isEqualTo(json(expected));
  }

  @Test
  void rows_are_dimensions_and_then_metrics_in_the_querys_order() throws Exception {
    String id =
        account.boardOf(
            "{\"date_from\":\"2026-02-20\"}",
            query(
                "posts",
                "\"dimensions\":[\"network\"],\"metrics\":[\"impressions\",\"engagements\",\"clicks\"]"));

    assertThat(account.report(id, 0, "{\"networks\":[\"LinkedIn\",\"Twitter\"]}").body())
        .isEqualTo(
            "{\"Result\":true,\"Data\":["
                + "{\"Network\":\"LinkedIn\",\"Impressions\":15200,\"Engagements\":532,\"Clicks\":2},"
                + "{\"Network\":\"Twitter\",\"Impressions\":8700,\"Engagements\":223,\"Clicks\":1}"
                + "],\"Entities\":{}}");
  }

  @Test
  void posts_have_their_newest_figures_and_a_range_of_thirty_days() throws Exception {
    assertRows(
        "posts",
        "\"dimensions\":[\"network\",\"status\"],\"metrics\":[\"posts\",\"impressions\",\"engagement_rate\",\"likes\",\"comments\",\"shares\",\"reach\",\"conversions\"]",
        """
        [{"Network":"LinkedIn","Status":"failed","Posts":1,"Impressions":0,"EngagementRate":null,"Likes":0,"Comments":0,"Shares":0,"Reach":0,"Conversions":0},
         {"Network":"LinkedIn","Status":"published","Posts":1,"Impressions":15200,"EngagementRate":0.035,"Likes":500,"Comments":20,"Shares":10,"Reach":9000,"Conversions":1},
         {"Network":"mastodon","Status":"published","Posts":1,"Impressions":0,"EngagementRate":null,"Likes":7,"Comments":0,"Shares":0,"Reach":0,"Conversions":0},
         {"Network":"Twitter","Status":"published","Posts":1,"Impressions":8700,"EngagementRate":0.025632183908045978,"Likes":200,"Comments":15,"Shares":7,"Reach":0,"Conversions":1}]""");
  }

  @Test
  void steps_of_time_are_those_of_the_projects_zone_and_week() throws Exception {
    assertRows(
        "posts",
        "\"dimensions\":[\"date\"],\"metrics\":[\"posts\"],\"date_range\":{\"date_from\":\"2026-03-01\"}",
        "[{\"Date\":\"2026-03-01\",\"Posts\":2},{\"Date\":\"2026-03-02\",\"Posts\":1}]");
    assertRows(
        "posts",
        "\"dimensions\":[\"network\",\"week\"],\"metrics\":[\"posts\"],\"date_range\":{\"date_from\":\"2026-03-01\"}",
        """
        [{"Network":"LinkedIn","Week":"2026-02-23","Posts":1},{"Network":"Twitter","Week":"2026-02-23","Posts":1},
         {"Network":"LinkedIn","Week":"2026-03-02","Posts":1}]""");
    assertRows(
        "posts",
        "\"dimensions\":[\"month\"],\"metrics\":[\"posts\"],\"date_range\":{\"date_from\":\"all\"}",
        "[{\"Month\":\"2026-02\",\"Posts\":2},{\"Month\":\"2026-03\",\"Posts\":3}]");
  }

  @Test
  void a_post_counts_in_the_row_of_each_tag() throws Exception {
    assertRows(
        "posts",
        "\"dimensions\":[\"tag\"],\"metrics\":[\"posts\",\"likes\"],\"date_range\":{\"date_from\":\"2026-03-01\"}",
        """
        [{"Tag":"sale","Posts":2,"Likes":700},{"Tag":"new","Posts":1,"Likes":500},{"Tag":null,"Posts":1,"Likes":0}]""");
  }

  @Test
  void every_dimension_of_posts_is_a_column() throws Exception {
    assertRows(
        "posts",
        "\"dimensions\":[\"campaign\",\"profile\",\"message\",\"creator\",\"source\"],\"metrics\":[\"clicks\"],\"date_range\":{\"date_from\":\"2026-03-01\"}",
        """
        [{"Campaign":"spring","Profile":"acme","Message":"m1","Creator":"ada","Source":"api_uploaded","Clicks":2},
         {"Campaign":"spring","Profile":"acme","Message":"m2","Creator":"bob","Source":"organic","Clicks":1},
         {"Campaign":null,"Profile":"zeta","Message":null,"Creator":"ada","Source":"api_uploaded","Clicks":0}]""");
  }

  @Test
  void clicks_are_counted_by_when_and_where_they_were() throws Exception {
    assertRows(
        "clicks",
        "\"dimensions\":[\"link_url\",\"geo_country\"],\"metrics\":[\"clicks\",\"conversions\",\"unique_visitors\"]",
        """
        [{"LinkUrl":"https://a.example/?q=1","GeoCountry":"DE","Clicks":1,"Conversions":1,"UniqueVisitors":1},
         {"LinkUrl":"https://a.example/?q=1","GeoCountry":"FR","Clicks":1,"Conversions":0,"UniqueVisitors":1},
         {"LinkUrl":"https://b.example/","GeoCountry":"DE","Clicks":1,"Conversions":1,"UniqueVisitors":1},
         {"LinkUrl":"https://b.example/","GeoCountry":null,"Clicks":1,"Conversions":0,"UniqueVisitors":0}]""");
    assertRows(
        "clicks",
        "\"dimensions\":[\"date\"],\"metrics\":[\"clicks\",\"unique_visitors\"]",
        """
        [{"Date":"2026-03-01","Clicks":1,"UniqueVisitors":1},{"Date":"2026-03-02","Clicks":1,"UniqueVisitors":1},
         {"Date":"2026-03-03","Clicks":2,"UniqueVisitors":1}]""");
    assertRows(
        "clicks",
        "\"dimensions\":[\"geo_city\",\"geo_organization\",\"profile\",\"campaign\",\"network\"],\"metrics\":[\"conversions\"],\"limit\":1",
        """
        [{"GeoCity":"Köln","GeoOrganization":"Uni","Profile":"acme","Campaign":"spring","Network":"LinkedIn","Conversions":1}]""");
  }

  @Test
  void conversions_are_counted_by_when_they_happened() throws Exception {
    assertRows(
        "conversions",
        "\"dimensions\":[\"date\",\"conversion_tag\",\"network\"],\"metrics\":[\"conversions\"]",
        """
        [{"Date":"2026-03-03","ConversionTag":"buy","Network":"Twitter","Conversions":1},
         {"Date":"2026-03-03","ConversionTag":"signup","Network":"LinkedIn","Conversions":1}]""");
  }

  @Test
  void followers_are_the_last_of_each_profile_and_network() throws Exception {
    assertRows(
        "profile_snapshots",
        "\"dimensions\":[\"network\"],\"metrics\":[\"followers\",\"followers_added\"]",
        """
        [{"Network":"LinkedIn","Followers":97,"FollowersAdded":7},{"Network":"Twitter","Followers":47,"FollowersAdded":0}]""");
    assertRows(
        "profile_snapshots",
        "\"dimensions\":[\"date\"],\"metrics\":[\"followers\",\"followers_added\"]",
        """
        [{"Date":"2026-03-01","Followers":100,"FollowersAdded":10},{"Date":"2026-03-02","Followers":7,"FollowersAdded":0},
         {"Date":"2026-03-03","Followers":137,"FollowersAdded":-3}]""");
    assertRows(
        "profile_snapshots",
        "\"dimensions\":[\"month\",\"profile\"],\"metrics\":[\"followers\",\"followers_added\"],\"date_range\":{\"date_from\":\"all\"}",
        """
        [{"Month":"2026-01","Profile":"acme","Followers":90,"FollowersAdded":0},
         {"Month":"2026-03","Profile":"acme","Followers":137,"FollowersAdded":7},
         {"Month":"2026-03","Profile":"zeta","Followers":7,"FollowersAdded":0}]""");
  }

  @Test
  void the_requests_dates_each_replace_their_end_of_the_dashboards() throws Exception {
    String posts = query("posts", "\"dimensions\":[\"date\"],\"metrics\":[\"posts\"]");
    String id = account.boardOf("{\"date_from\":\"2026-02-02\",\"date_to\":\"2026-03-01\"}", posts);

    String first = "{\"Date\":\"2026-02-02\",\"Posts\":1}";
    String second = "{\"Date\":\"2026-03-01\",\"Posts\":2}";
    String third = "{\"Date\":\"2026-03-02\",\"Posts\":1}";
    assertThat(account.data(id, 0, "")).isEqualTo("[" + first + "," + second + "]");
    assertThat(account.data(id, 0, "{\"fromDate\":\"2026-02-03\"}")).isEqualTo("[" + second + "]");
    assertThat(account.data(id, 0, "{\"toDate\":\"2026-03-02\"}"))
        .isEqualTo("[" + first + "," + second + "," + third + "]");
    assertThat(account.data(id, 0, "{\"fromDate\":\"2026-03-02\",\"toDate\":\"2026-03-02\"}"))
        .isEqualTo("[" + third + "]");
    assertThat(account.data(id, 0, "{\"fromDate\":\"2026-03-03\",\"toDate\":\"2026-03-01\"}"))
        .isEqualTo("[]");
    assertThat(account.data(id, 0, "{\"fromDate\":\"2010-01-01\",\"toDate\":\"2030-12-31\"}"))
        .contains("2026-02-01");
  }

  @Test
  void the_dashboards_filters_apply_as_far_as_the_source_has_the_dimension() throws Exception {
    String id =
        account.boardOf(
            """
            {"date_from":"2026-03-01","properties":[{"key":"network","operator":"exact","value":["linkedin"]},
              {"key":"creator","operator":"is_not","value":"bob"},{"key":"$browser","value":"Chrome"}]}""",
            query("posts", "\"dimensions\":[\"network\"],\"metrics\":[\"posts\"]"),
            query("clicks", "\"dimensions\":[\"network\"],\"metrics\":[\"clicks\"]"));

    assertThat(account.data(id, 0, "")).isEqualTo("[{\"Network\":\"LinkedIn\",\"Posts\":2}]");
    assertThat(account.data(id, 1, "")).isEqualTo("[{\"Network\":\"LinkedIn\",\"Clicks\":2}]");
    assertThat(account.data(id, 0, "{\"campaigns\":[\"spring\"]}"))
        .isEqualTo("[{\"Network\":\"LinkedIn\",\"Posts\":1}]");
    assertThat(account.data(id, 0, "{\"networks\":[\"Twitter\"]}")).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                        | a b c
          {"networks":[]}                                           | a b c
          {"networks":["LinkedIn"]}                                 | a c
          {"networks":["linkedin"]}                                 |
          {"networks":["x"]}                                        |
          {"networks":["linkedin","Twitter"]}                       | b
          {"networks":["WeChat"]}                                   |
          {"campaigns":["spring","winter"]}                         | a b
          {"credentials":["acme"]}                                  | a b
          {"messages":["m2"]}                                       | b
          {"postSources":["organic"]}                               | b
          {"postSources":["api_uploaded"],"statuses":["published"]} | a
          {"statuses":["failed"]}                                   | c
          {"users":["ada"]}                                         | a c
          {"tags":["new","sale"]}                                   | a b
          {"tags":["new"]}                                          | a
          {"tags":["nobody's"]}                                     |
          {"campaigns":["spring"],"users":["ada"]}                  | a
          """)
  void values_of_a_key_are_alternatives_and_keys_conditions(String filter, String posts)
      throws Exception {
    String id =
        account.boardOf(
            "{\"date_from\":\"2026-03-01\"}",
            query(
                "posts",
                "\"dimensions\":[\"post_id\"],\"metrics\":[],\"order_by\":[{\"field\":\"post_id\"}]"));
    StringBuilder expected = new StringBuilder();
    for (String post : posts == null ? new String[0] : posts.split(" ")) {
      expected.append(expected.isEmpty() ? "" : ",").append("{\"PostId\":\"" + post + "\"}");
    }

    assertThat(account.data(id, 0, filter)).isEqualTo("[" + expected + "]");
  }

  @Test
  void youtube_may_be_spelt_either_way() throws Exception {
    String id =
        account.boardOf(
            "{\"date_from\":\"all\"}",
            query("posts", "\"dimensions\":[\"network\"],\"metrics\":[\"posts\"]"));

    String expected = "[{\"Network\":\"YouTube\",\"Posts\":1}]";
    assertThat(account.data(id, 0, "{\"networks\":[\"YouTube\"]}")).isEqualTo(expected);
    assertThat(account.data(id, 0, "{\"networks\":[\"Youtube\"]}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[]",
        "3",
        "null",
        "{\"network\":[\"LinkedIn\"]}",
        "{\"networks\":\"LinkedIn\"}",
        "{\"networks\":[3]}",
        "{\"networks\":[null]}",
        "{\"networks\":null}",
        "{\"networks\":{}}",
        "{\"fromDate\":20260301}",
        "{\"fromDate\":null}",
        "{\"fromDate\":\"-7d\"}",
        "{\"fromDate\":\"2026-02-30\"}",
        "{\"toDate\":\"2026-3-1\"}",
        "{\"toDate\":\"2026-03-01T10:00:00\"}",
        "{\"toDate\":\"\"}",
        "{\"\\u0000\":[]}",
        "{",
        "{} {}",
      })
  void refuses_filters_that_make_no_sense(String filter) throws Exception {
    String id =
        account.boardOf(
            "{}", query("posts", "\"dimensions\":[\"network\"],\"metrics\":[\"posts\"]"));

    Reply refused = account.report(id, 0, filter);

    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.json().path("Result").asBoolean(true)).isFalse();
    assertThat(refused.json().at("/Errors/Param/get").asText()).contains("filter");
  }

  @ParameterizedTest
  @CsvSource({
    "clicks, clicks, tags",
    "clicks, clicks, messages",
    "clicks, clicks, users",
    "clicks, clicks, statuses",
    "clicks, clicks, postSources",
    "conversions, conversions, tags",
    "profile_snapshots, followers, campaigns",
  })
  void refuses_keys_that_the_source_has_no_dimension_for(String dataset, String metric, String key)
      throws Exception {
    String id = account.boardOf("{}", query(dataset, "\"metrics\":[\"" + metric + "\"]"));

    Reply refused = account.report(id, 0, "{\"" + key + "\":[]}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/Errors/Param/get").asText()).contains("filter." + key);
    assertThat(account.data(id, 0, "{\"credentials\":[]}")).isNotEqualTo("[]");
  }

  @Test
  void only_reports_of_the_dashboard_are_answered() throws Exception {
    String posts = query("posts", "\"metrics\":[\"posts\"]");
    String other = account.boardOf("{}", posts);
    String id = account.boardOf("{}", posts, query("invoices", "\"metrics\":[\"revenue\"]"));
    String path = "/dashboard/" + id + "/report";

    assertThat(account.get(path + "?id=" + account.widget(id, 0)).status()).isEqualTo(200);
    for (String foreign :
        new String[] {account.widget(other, 0), account.widget(id, 1), "00000000", "x", "%F0%9F"}) {
      Reply missing = account.get(path + "?id=" + foreign);
      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.json().at("/Errors/API/Error").asText())
          .isEqualTo("The dashboard has no such report.");
    }
    for (String none : new String[] {"", "?id=", "?filter=%7B%7D"}) {
      Reply missing = account.get(path + none);
      assertThat(missing.status()).isEqualTo(400);
      assertThat(missing.body())
          .isEqualTo(
              "{\"Result\":false,\"Errors\":{\"Param\":{\"get\":\"Missing value for parameter id\"}}}");
    }
    assertThat(account.get("/dashboard/0000000000/report?id=x").status()).isEqualTo(404);
  }
}
