package dev.facet.dashboard;

import static dev.facet.dashboard.Desk.NOW;
import static dev.facet.dashboard.Desk.showing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsTest {
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

  private Insight edit(Insight insight, UnaryOperator<Insight.Definition> change) {
    return desk.dashboards.write(desk.bob, e -> e.insights().edit(insight.id(), change));
  }

  private List<String> names(InsightSearch search) {
    return desk.dashboards.read(desk.ada, reader -> reader.insights(search)).items().stream()
        .map(insight -> String.valueOf(insight.definition().name()))
        .toList();
  }

  @Test
  void makesAVersionWhenTheQueryChangesAndKeepsItToTheLetter() {
    Insight made = desk.insight(desk.ada, "Visits");
    String query = "{\"kind\":  \"Y\", \"n\": 1.0}";
    desk.now = NOW.plusSeconds(5);

    Insight asked = edit(made, d -> d.edit().query(query).done());

    assertThat(asked.revision()).isGreaterThan(made.revision());
    assertThat(asked.modifiedBy()).isEqualTo(2);
    assertThat(asked.modifiedAt()).isEqualTo(desk.now);
    assertThat(desk.versions(made))
        .extracting(Insight.Version::query)
        .containsExactly(query, "{\"kind\": \"X\"}");
    Optional<Insight> found = desk.dashboards.read(desk.ada, r -> r.findInsight(made.shortId()));
    assertThat(found).contains(asked);
    assertThat(made.shortId()).matches("[0-9A-Za-z_-]{8}");
  }

  @Test
  void makesNoVersionWhenOnlyTheWrappingChanges() {
    Insight made = desk.insight(desk.ada, "Visits");
    desk.now = NOW.plusSeconds(5);

    Insight liked = edit(made, d -> d.edit().favorited(true).tags(List.of("x")).done());

    assertThat(liked.revision()).isEqualTo(made.revision());
    assertThat(liked.modifiedAt()).isEqualTo(NOW);
    assertThat(liked.updatedAt()).isEqualTo(desk.now);
    assertThat(edit(made, d -> d.edit().name("N").done()).modifiedAt()).isEqualTo(desk.now);
    assertThat(desk.versions(made)).hasSize(1);
  }

  @Test
  void remembersInARevisionTheVersionItWasWrittenWith() {
    Insight made = desk.insight(desk.ada, "Visits");
    Sheet sheet = desk.create(desk.ada, "A", showing(made));
    long id = sheet.dashboard().id();
    Insight asked = edit(made, d -> d.edit().query("{}").done());

    Sheet later = desk.dashboards.write(desk.ada, e -> e.editContent(id, content -> content));

    assertThat(sheet.content().toString()).contains("revision=" + made.revision());
    assertThat(later.content().toString()).contains("revision=" + asked.revision());
  }

  @Test
  void listsByWhereTheyAreShown() {
    Insight shown = desk.insight(desk.ada, "Shown");
    desk.insight(desk.ada, "Loose");
    long one = desk.create(desk.ada, "A", showing(shown)).dashboard().id();
    long two = desk.create(desk.ada, "B").dashboard().id();

    assertThat(names(new InsightSearch().savedOrShown())).containsExactly("Shown");
    assertThat(names(new InsightSearch().onDashboard(one))).containsExactly("Shown");
    assertThat(names(new InsightSearch().onDashboard(one).onDashboard(two))).isEmpty();
  }

  @Test
  void listsByWhatIsSaidAboutThem() {
    desk.insight(desk.ada, "Shown");
    edit(desk.insight(desk.bob, "Loose"), d -> d.edit().tags(List.of("t")).saved(true).done());

    assertThat(names(new InsightSearch().text("LOO"))).containsExactly("Loose");
    assertThat(names(new InsightSearch().anyTag(List.of("t")))).containsExactly("Loose");
    assertThat(names(new InsightSearch().saved(false))).containsExactly("Shown");
    assertThat(names(new InsightSearch().createdBy(List.of(1L)))).containsExactly("Shown");
    assertThat(names(new InsightSearch().createdFrom(NOW))).hasSize(2);
    assertThat(names(new InsightSearch().createdBefore(NOW))).isEmpty();
    assertThat(names(new InsightSearch().orderBy(InsightSearch.Order.NAME, false)))
        .containsExactly("Loose", "Shown");
  }

  @Test
  void keepsThePlaceOfADeletedOneUntilItIsRestored() {
    Insight visits = desk.insight(desk.ada, "Visits");
    desk.create(desk.ada, "A", showing(visits));

    desk.dashboards.write(desk.ada, editor -> editor.insights().delete(visits.id()));
    assertThat(desk.findInsight(visits.id())).isEmpty();
    assertThat(names(new InsightSearch())).isEmpty();
    assertThatThrownBy(() -> edit(visits, d -> d))
        .hasMessage("There is no insight " + visits.id() + ".");

    desk.dashboards.write(desk.ada, editor -> editor.insights().restore(visits.id()));
    assertThat(desk.spots(visits)).hasSize(1);
  }
}
