package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists of insights are narrowed down to, and trends asked in the old form. */
class InsightListTest {
  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private List<String> names(String query) throws Exception {
    JsonNode list = acme.get("insights/?basic=true&" + query);
    assertThat(list.get("count").asInt()).isEqualTo(list.get("results").size());
    return Acme.texts(list.get("results"), "name");
  }

  private JsonNode insight(String name, String query) throws Exception {
    return acme.post("insights/", "{\"name\":\"" + name + "\",\"query\":" + query + "}");
  }

  @Test
  void by_the_kind_of_what_they_ask() throws Exception {
    acme.insight("trend", "a", "[]");
    insight("bare", "{\"kind\":\"TrendsQuery\",\"series\":[]}");
    insight("funnel", "{\"source\":{\"kind\":\"FunnelsQuery\"},\"kind\":\"InsightVizNode\"}");
    insight("sql", "{\"kind\":\"DataVisualizationNode\",\"source\":{\"kind\":\"HogQLQuery\"}}");
    insight("events", "{\"kind\":\"DataTableNode\",\"source\":{\"kind\":\"EventsQuery\"}}");
    acme.post("insights/", "{\"name\":\"old\",\"filters\":{\"insight\":\"RETENTION\"}}");
    acme.post("insights/", "{\"name\":\"none\"}");
    assertThat(names("insight=TRENDS")).containsExactly("trend", "bare");
    assertThat(names("insight=FUNNELS")).containsExactly("funnel");
    assertThat(names("insight=SQL")).containsExactly("sql");
    assertThat(names("insight=JSON")).containsExactly("events");
    assertThat(names("insight=RETENTION")).containsExactly("old");
    assertThat(names("insight=PATHS")).isEmpty();
    JsonNode error = acme.refused(400, "GET", "insights/?insight=MAGIC", Acme.ADA, "");
    assertThat(error.get("attr").asText()).isEqualTo("insight");
  }

  @Test
  void by_when_they_were_made_changed_and_seen() throws Exception {
    JsonNode one = acme.insight("one", "a", "[]");
    acme.insight("two", "b", "[]");
    assertThat(names("created_date_from=2026-03-04")).hasSize(2);
    assertThat(names("created_date_from=2026-03-05")).isEmpty();
    assertThat(names("created_date_to=2026-03-04")).hasSize(2);
    assertThat(names("created_date_to=2026-03-03")).isEmpty();
    assertThat(names("date_from=-1d&date_to=2026-03-04T12:00:00Z")).hasSize(2);
    assertThat(names("date_from=all&date_to=2026-03-04T11:59:59Z")).isEmpty();
    assertThat(names("last_viewed_date_from=-1d")).isEmpty();

    assertThat(one.get("last_viewed_at").isNull()).isTrue();
    acme.get("insights/" + one.get("short_id").asText() + "/");
    assertThat(names("last_viewed_date_from=-1d")).containsExactly("one");
    assertThat(names("order=-last_viewed_at")).containsExactly("one", "two");
    assertThat(acme.get("insights/" + one.get("id")).get("last_viewed_at").asText())
        .isEqualTo("2026-03-04T12:00:00Z");
    acme.refused(400, "GET", "insights/?date_from=someday", Acme.ADA, "");
  }

  @Test
  void by_dashboards_tags_flags_and_order() throws Exception {
    String board = acme.dashboard("{}").replaceAll("\\D", "");
    String other = acme.dashboard("{}").replaceAll("\\D", "");
    acme.insight("b both", "a", "[" + board + "," + other + "]");
    acme.insight("a one", "a", "[" + board + "]");
    acme.post("insights/", "{\"name\":\"c tagged\",\"tags\":[\"Money\"]}");
    insight(
        "d flag",
        "{\"kind\":\"TrendsQuery\",\"breakdownFilter\":{\"breakdown\":\"$feature/New\"}}");
    assertThat(names("dashboards=%5B" + board + "%5D")).hasSize(2);
    assertThat(names("dashboards=%5B" + board + "," + other + "%5D")).containsExactly("b both");
    assertThat(names("tags=%5B%22money%22,%22x%22%5D")).containsExactly("c tagged");
    assertThat(names("tags=%5B%22%20MONEY%22%5D")).containsExactly("c tagged");
    assertThat(names("feature_flag=new")).containsExactly("d flag");
    assertThat(names("feature_flag=ne")).isEmpty();
    assertThat(names("hide_feature_flag_insights=true")).hasSize(3).doesNotContain("d flag");
    assertThat(names("order=name")).containsExactly("a one", "b both", "c tagged", "d flag");
    assertThat(names("order=-name")).containsExactly("d flag", "c tagged", "b both", "a one");
    assertThat(acme.get("insights/?basic=true&limit=1").at("/results/0").has("result")).isFalse();
  }

  @Test
  void d95_a_trend_in_the_old_form() throws Exception {
    JsonNode error =
        acme.refused(400, "GET", "insights/trend/?properties=invalid_json", Acme.ADA, "");
    assertThat(error.get("code").asText()).isEqualTo("invalid_input");
    assertThat(error.get("detail").asText()).isEqualTo("Properties are unparsable!");

    acme.capture(
        """
        {"event":"a","distinct_id":"u","timestamp":"2026-03-03T10:00:00Z","properties":{"p":1}},
        {"event":"a","distinct_id":"u","timestamp":"2026-03-04T10:00:00Z","properties":{"p":2}}""");
    JsonNode trend =
        acme.expect(
            200,
            "POST",
            "insights/trend/",
            Acme.ADA,
            """
            {"events":[{"id":"a","type":"events","order":0,"math":"total"}],"date_from":"-3d",
             "interval":"day","properties":[{"key":"p","value":2,"operator":"exact","type":"event"}]}""");
    assertThat(trend.at("/result/0/data").toString()).isEqualTo("[0,0,0,1]");
    JsonNode byQuery =
        acme.get("insights/trend/?events=%5B%7B%22id%22:%22a%22%7D%5D&date_from=-1d&refresh=true");
    assertThat(byQuery.at("/result/0/count").asInt()).isEqualTo(2);
    JsonNode unknown = acme.refused(400, "GET", "insights/trend/?shape=round", Acme.ADA, "");
    assertThat(unknown.get("attr").asText()).isEqualTo("shape");
  }
}
