package dev.facet.dashboard;

import static dev.facet.dashboard.Desk.NOW;
import static dev.facet.dashboard.Desk.firstText;
import static dev.facet.dashboard.Desk.reworded;
import static dev.facet.dashboard.Desk.showing;
import static dev.facet.dashboard.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.content.Section;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardsTest {
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

  private Sheet edit(Actor actor, long id, java.util.function.UnaryOperator<Content> change) {
    return desk.dashboards.write(actor, editor -> editor.editContent(id, change));
  }

  @Test
  void keepsWhatWasWritten() {
    Insight visits = desk.insight(desk.ada, "Visits");
    Sheet made = desk.create(desk.ada, "Ünïcode 🎉", text("# Hi"), showing(visits));

    Sheet read = desk.get(desk.bob, made.dashboard().id());

    assertThat(read).isEqualTo(made);
    assertThat(read.dashboard().createdAt()).isEqualTo(NOW);
    assertThat(read.content().cards().map(Card::id)).doesNotContain(0L).doesNotHaveDuplicates();
    assertThat(read.content().insights()).containsExactly(visits.id());
    assertThat(read.content().liveCards().get(1).charts().getFirst().source())
        .isEqualTo(new Chart.Source.OfInsight(visits.id(), visits.revision(), false));
  }

  @Test
  void makesARevisionOfEachWriteInTheOrderOfWritingWhateverTheClockSays() {
    long id = desk.create(desk.ada, "A").dashboard().id();
    desk.now = NOW.minusSeconds(3600);
    Registration renamed = Registration.named("B");
    desk.dashboards.write(desk.bob, editor -> editor.edit(id, null, s -> s.with(renamed)));

    List<Revision> history = desk.dashboards.read(desk.ada, r -> r.revisions(id, null, 10));

    assertThat(history).extracting(Revision::author).containsExactly(2L, 1L);
    assertThat(history.getFirst().parent()).isEqualTo(history.getLast().id());
    assertThat(history)
        .extracting(Revision::reason)
        .containsExactly(Revision.Reason.EDITED, Revision.Reason.CREATED);
    assertThat(desk.get(desk.ada, id).dashboard().revision()).isEqualTo(history.getFirst().id());
  }

  @Test
  void tellsChangesOfTheContentFromChangesOfWhatIsSaidAboutIt() {
    Dashboard made = desk.create(desk.ada, "A").dashboard();
    assertThat(made.contentRevision()).isNull();
    desk.now = NOW.plusSeconds(60);
    Content content = Content.of(text("# Hi"));
    Dashboard filled = edit(desk.bob, made.id(), before -> content).dashboard();
    assertThat(filled.contentRevision()).isEqualTo(filled.revision());
    assertThat(filled.describedAt()).isEqualTo(NOW);
    assertThat(filled.describedBy()).isEqualTo(1L);
    desk.now = NOW.plusSeconds(120);

    Registration renamed = Registration.named("B");
    Dashboard said =
        desk.dashboards
            .write(desk.bob, editor -> editor.edit(made.id(), null, s -> s.with(renamed)))
            .dashboard();

    assertThat(said.contentRevision()).isEqualTo(filled.revision()).isNotEqualTo(said.revision());
    assertThat(said.describedAt()).isEqualTo(desk.now);
    assertThat(said.describedBy()).isEqualTo(2L);
    assertThat(desk.get(desk.ada, made.id()).dashboard()).isEqualTo(said);
  }

  @Test
  void refusesAWriteThatKnowsAnOlderRevisionAndNamesBoth() {
    Sheet first = desk.create(desk.ada, "A");
    long id = first.dashboard().id();
    long known = first.dashboard().revision();
    Sheet second = desk.dashboards.write(desk.bob, editor -> editor.edit(id, known, s -> s));

    assertThatThrownBy(() -> desk.dashboards.write(desk.ada, e -> e.edit(id, known, s -> s)))
        .isInstanceOfSatisfying(
            FailureException.class,
            thrown -> {
              Failure.Conflict conflict = (Failure.Conflict) thrown.failure();
              assertThat(conflict.given()).isEqualTo(known);
              assertThat(conflict.current()).isEqualTo(second.dashboard().revision());
            });
    assertThat(desk.get(desk.ada, id)).isEqualTo(second);
  }

  @Test
  void undoesEverythingWhenOnePartFails() {
    long version = desk.catalog.definitionsVersion();
    Content broken = Content.of(Card.of(null, Chart.ofInsight(99)));

    assertThatThrownBy(
            () ->
                desk.dashboards.write(
                    desk.ada,
                    editor -> {
                      editor.insights().create(Insight.Definition.EMPTY);
                      return editor.create(Registration.DEFAULT, broken);
                    }))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("99");
    assertThat(desk.insights(desk.ada)).isZero();
    assertThat(desk.names(new DashboardSearch())).isEmpty();
    assertThat(desk.catalog.definitionsVersion()).isEqualTo(version);
  }

  @Test
  void bringsBackAnEarlierContentWithItsCardNumbers() {
    Sheet made = desk.create(desk.ada, "A", text("one"), text("two"));
    long id = made.dashboard().id();
    edit(desk.ada, id, content -> Content.of(text("three")));

    Sheet back =
        desk.dashboards.write(desk.ada, e -> e.revert(id, null, made.dashboard().revision()));

    assertThat(back.content()).isEqualTo(made.content());
    assertThat(back.dashboard().revision()).isGreaterThan(made.dashboard().revision());
    assertThat(desk.get(desk.ada, id)).isEqualTo(back);
  }

  @Test
  void bringsBackAnEarlierTextToo() {
    Sheet made = desk.create(desk.ada, "A", text("one"));
    long id = made.dashboard().id();
    edit(desk.ada, id, content -> content.mapCharts(chart -> reworded(chart, "two")));
    assertThat(firstText(desk.get(desk.ada, id)).body()).isEqualTo("two");

    desk.dashboards.write(desk.ada, e -> e.revert(id, null, made.dashboard().revision()));

    assertThat(firstText(desk.get(desk.ada, id))).isEqualTo(firstText(made));
  }

  @Test
  void changesASharedTextEverywhereAndNotesWhoDid() {
    Sheet first = desk.create(desk.ada, "A", text("one"));
    Card copy = first.content().liveCards().getFirst().asNew();
    long other = desk.create(desk.ada, "B", copy).dashboard().id();

    desk.now = NOW.plusSeconds(60);
    edit(desk.bob, other, content -> content.mapCharts(chart -> reworded(chart, "two")));

    Sheet changed = desk.get(desk.ada, first.dashboard().id());
    Chart.Source.OfText source = firstText(changed);
    assertThat(source.body()).isEqualTo("two");
    assertThat(changed.dashboard().revision()).isGreaterThan(first.dashboard().revision());
    Map<Long, Text> texts = desk.dashboards.read(desk.ada, r -> r.texts(List.of(source.text())));
    assertThat(texts).containsValue(new Text(source.text(), "two", NOW, 1L, desk.now, 2L));
  }

  @Test
  void keepsACardsNumberWhenItMovesAndGivesACopyItsOwn() {
    Sheet from = desk.create(desk.ada, "A", text("one"), text("two"));
    Card moving = from.content().liveCards().getFirst();
    Card copied = from.content().liveCards().getLast();
    long source = from.dashboard().id();
    long target = desk.create(desk.ada, "B").dashboard().id();

    Sheet filled =
        desk.dashboards.write(
            desk.ada,
            editor -> {
              editor.editContent(source, c -> c.without(card -> card.id() == moving.id()));
              return editor.editContent(target, c -> c.plus(moving).plus(copied));
            });

    assertThat(filled.content().liveCards().getFirst().id()).isEqualTo(moving.id());
    assertThat(filled.content().liveCards().getLast().id()).isNotEqualTo(copied.id());
    assertThat(desk.dashboardOf(moving.id())).contains(target);
    assertThat(desk.dashboardOf(copied.id())).contains(source);
  }

  @Test
  void givesACardThatComesWithAnUnknownNumberItsOwn() {
    Sheet sheet =
        desk.create(desk.ada, "A", text("one").withId(4_000_000_000L), text("two").withId(7));

    assertThat(sheet.content().cards().map(Card::id)).containsExactly(1L, 2L);
  }

  @Test
  void showsADeletedDashboardInTheTrashOnly() {
    Insight visits = desk.insight(desk.ada, "Visits");
    long id = desk.create(desk.ada, "A", showing(visits)).dashboard().id();
    assertThat(desk.spots(visits)).hasSize(1);

    desk.dashboards.write(desk.ada, editor -> editor.delete(id, null, false));

    assertThat(desk.find(desk.ada, id)).isEmpty();
    assertThat(desk.names(new DashboardSearch())).isEmpty();
    assertThat(desk.names(new DashboardSearch().inTrash())).containsExactly("A");
    assertThat(desk.spots(visits)).isEmpty();
    assertThat(desk.findInsight(visits.id())).isPresent();
  }

  @Test
  void restoresADashboardWithRemovedCardsAndTheInsightsDeletedAlongWithIt() {
    Insight here = desk.insight(desk.ada, "Only here");
    Insight both = desk.insight(desk.ada, "Also there");
    desk.create(desk.ada, "Other", showing(both));
    Card removed = text("removed").withRemoved(true);
    long id = desk.create(desk.ada, "A", showing(here), showing(both), removed).dashboard().id();

    desk.dashboards.write(desk.ada, editor -> editor.delete(id, null, true));
    assertThat(desk.findInsight(here.id())).isEmpty();
    assertThat(desk.findInsight(both.id())).isPresent();

    Sheet restored = desk.dashboards.write(desk.ada, editor -> editor.restore(id, null, true));
    assertThat(restored.content().liveCards()).hasSize(3);
    assertThat(desk.findInsight(here.id())).isPresent();
    assertThat(desk.spots(here)).hasSize(1);
  }

  @Test
  void showsAPrivateDashboardToItsCreatorAlone() {
    Registration hidden =
        Registration.named("Mine").edit().visibility(Registration.Visibility.PRIVATE).done();
    Insight visits = desk.insight(desk.ada, "Visits");
    Content content = Content.of(showing(visits));
    long id = desk.dashboards.write(desk.ada, e -> e.create(hidden, content)).dashboard().id();
    Actor visitor = new Actor(desk.ada.project(), null);

    assertThat(desk.find(desk.ada, id)).isPresent();
    assertThat(desk.find(desk.bob, id)).isEmpty();
    assertThat(desk.find(visitor, id)).isEmpty();
    assertThat(desk.total(desk.bob)).isZero();
    List<Insight.Spot> spots = desk.dashboards.read(desk.bob, r -> r.spots(List.of(visits.id())));
    assertThat(spots).isEmpty();
    assertThatThrownBy(() -> desk.dashboards.write(desk.bob, e -> e.delete(id, null, false)))
        .hasMessage("There is no dashboard " + id + ".");
  }

  @Test
  void keepsProjectsApart() {
    Insight visits = desk.insight(desk.ada, "Visits");
    Sheet made = desk.create(desk.ada, "A", text("secret"), showing(visits));
    long id = made.dashboard().id();
    long text = firstText(made).text();
    long card = made.content().liveCards().getFirst().id();
    Card stolen =
        Card.of(null, reworded(made.content().liveCards().getFirst().charts().getFirst(), "x"));

    desk.dashboards.read(
        desk.elsewhere,
        r -> {
          assertThat(r.findAlsoInTrash(id)).isEmpty();
          assertThat(r.findInsight(visits.id())).isEmpty();
          assertThat(r.findInsight(visits.shortId())).isEmpty();
          assertThat(r.dashboardOf(card)).isEmpty();
          assertThat(r.texts(List.of(text))).isEmpty();
          assertThat(r.list(new DashboardSearch()).total()).isZero();
          assertThat(r.insights(new InsightSearch()).total()).isZero();
          return true;
        });
    assertThatThrownBy(() -> desk.create(desk.elsewhere, "B", showing(visits)))
        .hasMessage("There is no insight " + visits.id() + ".");
    assertThatThrownBy(() -> desk.create(desk.elsewhere, "B", stolen))
        .hasMessage("There is no text " + text + ".");
    assertThatThrownBy(() -> edit(desk.elsewhere, id, content -> content))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void notesAnAccessOnceAMinuteAndLeavesCachesAlone() {
    long id = desk.create(desk.ada, "A").dashboard().id();
    long version = desk.catalog.definitionsVersion();

    desk.dashboards.accessed(desk.ada, id);
    desk.now = NOW.plusSeconds(59);
    assertThat(desk.dashboards.accessed(desk.ada, id)).isEqualTo(NOW);
    assertThat(desk.get(desk.ada, id).dashboard().accessedAt()).isEqualTo(NOW);
    desk.now = NOW.plusSeconds(60);
    desk.dashboards.accessed(desk.ada, id);

    assertThat(desk.get(desk.ada, id).dashboard().accessedAt()).isEqualTo(desk.now);
    assertThat(desk.catalog.definitionsVersion()).isEqualTo(version);
  }

  @Test
  void goesOnWhereItWasWhenOpenedAgain() {
    Sheet made = desk.create(desk.ada, "A", text("one"));
    desk.close();
    desk = new Desk(directory);

    assertThat(desk.get(desk.ada, made.dashboard().id())).isEqualTo(made);
    assertThat(desk.create(desk.ada, "B").dashboard().id()).isEqualTo(made.dashboard().id() + 1);
  }

  @Test
  void keepsSectionsInOrder() {
    Section one = new Section("One", List.of(text("a")), Document.EMPTY);
    Section two = new Section("Two", List.of(), Document.EMPTY);
    Content content = Content.EMPTY.withSections(List.of(one, two));
    Sheet made = desk.dashboards.write(desk.ada, e -> e.create(Registration.DEFAULT, content));

    assertThat(desk.get(desk.ada, made.dashboard().id()).content().sections())
        .extracting(Section::title)
        .containsExactly("One", "Two");
  }
}
