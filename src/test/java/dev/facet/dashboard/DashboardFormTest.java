package dev.facet.dashboard;

import static dev.facet.dashboard.Desk.showing;
import static dev.facet.dashboard.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.dashboard.form.FormView;
import dev.facet.form.QueryForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VISITS =
      """
      {"kind": "TrendsQuery", "series": [{"kind": "EventsNode", "event": "$pageview"}],
       "trendsFilter": {"display": "ActionsPie"}}""";
  private static final String DASHBOARD =
      """
      {"name": "Web", "description": "All of it", "type": "custom", "visibility": "shared",
       "tags": ["a"], "refresh_interval": 60,
       "filters": {"date_from": "-30d", "date_to": null, "properties": []},
       "available_filters": [{"technical_name": "Channels", "title": "Channel", "multi_select": true,
         "query_fragments": [{"type": "OTQL", "fragment": "channel_id IN $values"}]}],
       "sections": [{"title": "Top", "cards": [
         {"x": 0, "y": 0, "w": 6, "h": 4, "layout": "vertical", "charts": [
           {"title": "Visits", "description": "", "type": "pie", "options": {}, "colors": ["#fff"],
            "query": %s},
           {"title": "Note", "type": "text", "options": {"text": "# Hi", "size": 2}}]},
         {"w": 6, "h": 4, "charts": []}]}]}"""
          .formatted(VISITS);

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static DashboardForm form(JsonNode node) {
    return DashboardForm.read(node, QueryForm::read);
  }

  private Sheet create(String text) {
    return desk.dashboards.write(desk.ada, editor -> FormEdit.create(editor, form(json(text))));
  }

  private Sheet replace(long id, JsonNode node) {
    return desk.dashboards.write(desk.ada, e -> FormEdit.replace(e, id, null, form(node)));
  }

  private ObjectNode view(long id) {
    return desk.dashboards.read(desk.ada, r -> FormView.of(r, r.get(id)).write());
  }

  private static ObjectNode at(JsonNode node, String pointer) {
    return (ObjectNode) node.at(pointer);
  }

  @Test
  void showsWhatWasWrittenWithNumbersAndPlaces() {
    long id = create(DASHBOARD).dashboard().id();
    ObjectNode shown = view(id);

    assertThat(shown.path("name").asText()).isEqualTo("Web");
    assertThat(shown.path("refresh_interval").asInt()).isEqualTo(60);
    assertThat(shown.path("filters"))
        .isEqualTo(json("{\"date_from\": \"-30d\", \"date_to\": null, \"properties\": []}"));
    assertThat(shown.path("available_filters"))
        .isEqualTo(json(DASHBOARD).path("available_filters"));
    JsonNode chart = shown.at("/sections/0/cards/0/charts/0");
    assertThat(chart.path("query")).isEqualTo(json(VISITS));
    assertThat(chart.path("title").asText()).isEqualTo("Visits");
    assertThat(chart.path("type").asText()).isEqualTo("pie");
    assertThat(chart.path("colors").get(0).asText()).isEqualTo("#fff");
    assertThat(chart.path("insight").asLong()).isPositive();
    assertThat(chart.path("id").asLong()).isPositive();
    JsonNode note = shown.at("/sections/0/cards/0/charts/1");
    assertThat(note.path("options")).isEqualTo(json("{\"text\": \"# Hi\", \"size\": 2}"));
    JsonNode second = shown.at("/sections/0/cards/1");
    assertThat(second.path("x").asInt()).isEqualTo(6);
    assertThat(second.path("y").asInt()).isZero();
  }

  @Test
  void changesNothingWhenWhatWasShownIsSentBack() {
    Sheet made = create(DASHBOARD);
    ObjectNode shown = view(made.dashboard().id());

    Sheet again = replace(made.dashboard().id(), shown);

    assertThat(again.content()).isEqualTo(made.content().withFilters(again.content().filters()));
    assertThat(view(made.dashboard().id())).isEqualTo(shown);
    assertThat(desk.insights(desk.ada)).isEqualTo(1);
  }

  @Test
  void makesAnUnsavedInsightOfAnInlineQueryAndRevisesItWhenTheQueryChanges() {
    long id = create(DASHBOARD).dashboard().id();
    ObjectNode shown = view(id);
    ObjectNode chart = at(shown, "/sections/0/cards/0/charts/0");
    long insight = chart.path("insight").asLong();
    Insight before = desk.findInsight(insight).orElseThrow();
    assertThat(before.definition().saved()).isFalse();
    assertThat(before.definition().name()).isEqualTo("Visits");

    chart.remove("insight");
    at(chart, "/query/trendsFilter").put("display", "BoldNumber");
    chart.put("title", "Number").put("type", "metric");
    replace(id, shown);

    Insight after = desk.findInsight(insight).orElseThrow();
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.definition().name()).isEqualTo("Number");
    assertThat(desk.insights(desk.ada)).isEqualTo(1);
    assertThat(view(id).at("/sections/0/cards/0/charts/0/type").asText()).isEqualTo("metric");
  }

  @Test
  void keepsTheWrappingThatAnotherDialectGaveAQuery() {
    String wrapped = "{\"kind\":\"InsightVizNode\",\"full\":true,\"source\":" + VISITS + "}";
    Insight insight =
        desk.dashboards.write(
            desk.ada,
            e ->
                e.insights()
                    .create(Insight.Definition.EMPTY.edit().query(wrapped).saved(true).done()));
    long id = desk.create(desk.ada, "A", showing(insight)).dashboard().id();
    ObjectNode shown = view(id);
    ObjectNode chart = at(shown, "/sections/0/cards/0/charts/0");
    ObjectNode bare = (ObjectNode) json(VISITS);

    chart.set("query", bare);
    replace(id, shown);
    assertThat(desk.findInsight(insight.id())).contains(insight);

    at(bare, "/trendsFilter").put("display", "BoldNumber");
    chart.put("title", "Mine");
    replace(id, shown);
    Insight revised = desk.findInsight(insight.id()).orElseThrow();
    JsonNode query = json(String.valueOf(revised.definition().query()));
    assertThat(query.path("full").asBoolean()).isTrue();
    assertThat(query.path("source")).isEqualTo(bare);
    assertThat(revised.definition().name()).isNull();
    assertThat(view(id).at("/sections/0/cards/0/charts/0/title").asText()).isEqualTo("Mine");
  }

  @Test
  void keepsWhatTheFormCannotSay() {
    Document layouts = Document.EMPTY.with("posthog", json("{\"layouts\": {\"xs\": 1}}"));
    Card coloured = text("one").withColor("blue").withExtras(layouts);
    Sheet made = desk.create(desk.ada, "A", coloured, text("two").withRemoved(true));
    long id = made.dashboard().id();
    ObjectNode shown = view(id);
    assertThat(shown.at("/sections/0/cards")).hasSize(1);
    at(shown, "/sections/0/cards/0").put("x", 3);

    Sheet moved = replace(id, shown);

    Card card = moved.content().liveCards().getFirst();
    assertThat(card.color()).isEqualTo("blue");
    assertThat(card.extras()).isEqualTo(layouts);
    assertThat(card.id()).isEqualTo(made.content().liveCards().getFirst().id());
    assertThat(moved.content().cards().filter(Card::removed)).hasSize(1);
    assertThat(moved.content().cards().map(Card::charts))
        .isEqualTo(made.content().cards().map(Card::charts).toList());
  }

  @Test
  void keepsTheCardOfADeletedInsightOutOfSight() {
    Insight visits = desk.insight(desk.ada, "Visits");
    long id = desk.create(desk.ada, "A", showing(visits)).dashboard().id();
    desk.dashboards.write(desk.ada, e -> e.insights().delete(visits.id()));
    ObjectNode shown = view(id);
    assertThat(shown.path("sections")).isEmpty();

    replace(id, shown);
    desk.dashboards.write(desk.ada, e -> e.insights().restore(visits.id()));

    assertThat(view(id).at("/sections/0/cards/0/charts/0/insight").asLong()).isEqualTo(visits.id());
  }

  @Test
  void patchesOnlyWhatIsSaid() {
    Sheet made = create(DASHBOARD);
    long id = made.dashboard().id();
    DashboardForm change = form(json("{\"name\": \"New\", \"filters\": {\"date_from\": \"-7d\"}}"));

    Sheet patched = desk.dashboards.write(desk.ada, e -> FormEdit.patch(e, id, null, change));

    assertThat(patched.dashboard().registration())
        .isEqualTo(made.dashboard().registration().edit().name("New").done());
    assertThat(patched.content().sections()).isEqualTo(made.content().sections());
    assertThat(patched.content().filters().text("date_from")).isEqualTo("-7d");
  }

  @Test
  void replacesByDefaultsWhatIsNotSaid() {
    long id = create(DASHBOARD).dashboard().id();

    Sheet bare = replace(id, json("{\"name\": \"Bare\"}"));

    assertThat(bare.dashboard().registration()).isEqualTo(Registration.named("Bare"));
    assertThat(bare.content().sections()).isEmpty();
    assertThat(bare.content().filters().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /sections/0/cards/0/w             | 13         | sections[0].cards[0].w
          /sections/0/cards/0/w             | 0          | sections[0].cards[0].w
          /sections/0/cards/0/w             | 1.5        | sections[0].cards[0].w
          /sections/0/cards/0/x             | 9          | sections[0].cards[0].w
          /sections/0/cards/0/y             | -1         | sections[0].cards[0].y
          /sections/0/cards/0/h             | "tall"     | sections[0].cards[0].h
          /sections/0/cards/0/layout        | "diagonal" | sections[0].cards[0].layout
          /sections/0/cards/0/charts        | {}         | sections[0].cards[0].charts
          /available_filters/0/technical_name | " " | available_filters[0].technical_name
          /available_filters/0/values_retrieve_method | "Guess" | available_filters[0].values_retrieve_method
          /available_filters/0/query_fragments/0/fragment | 1 | available_filters[0].query_fragments[0].fragment
          /sections/0/cards/0/colour        | 1          | sections[0].cards[0].colour
          /sections/0/cards/0/charts/0/type | "blob"     | sections[0].cards[0].charts[0].type
          /sections/0/cards/0/charts/0/query/kind | "No" | sections[0].cards[0].charts[0].query.kind
          /sections/0/cards/0/charts/0/query/series | 1  | sections[0].cards[0].charts[0].query.series
          /sections/0/cards/0/charts/0/query | null      | sections[0].cards[0].charts[0].query
          /sections/0/cards/0/charts/0/insight | 99      | sections[0].cards[0].charts[0].insight
          /sections/0/cards/0/charts/0/colors | [1]      | sections[0].cards[0].charts[0].colors[0]
          /sections/0/cards/0/charts/1/options | {}      | sections[0].cards[0].charts[1].options.text
          /filters/date_from                | "soon"     | filters.date_from
          /filters/properties               | 1          | filters.properties
          /visibility                       | "secret"   | visibility
          /refresh_interval                 | 0          | refresh_interval
          /tags                             | "a"        | tags
          /nmae                             | "x"        | nmae
          """)
  void namesThePlaceOfAMistake(String pointer, String value, String path) {
    JsonNode broken = json(DASHBOARD);
    int last = pointer.lastIndexOf('/');
    at(broken, pointer.substring(0, last)).set(pointer.substring(last + 1), json(value));

    assertThatThrownBy(() -> create(broken.toString()))
        .isInstanceOfSatisfying(
            FailureException.class,
            thrown -> {
              assertThat(thrown.failure()).isInstanceOf(Failure.Invalid.class);
              assertThat(thrown.failure().path()).isEqualTo(path);
            });
    assertThat(List.of(desk.total(desk.ada), desk.insights(desk.ada))).containsOnly(0L);
  }
}
