package dev.facet.api.racknap.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.access.Accounts;
import dev.facet.catalog.Catalog;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that were kept are what rows read anew would be, whatever has changed. */
class RowsTest {
  private static final Actor ADA = new Actor(1, 1L);
  private static final Actor BOB = new Actor(1, 2L);
  private static final int CHANGES = 300;

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-04T12:00:00Z"));
  private final List<Long> insights = new ArrayList<>();
  private Catalog catalog;
  private Dashboards dashboards;

  @BeforeEach
  void open() {
    catalog = Catalog.open(folder);
    Accounts accounts = new Accounts(catalog, now::get, new SecureRandom());
    long organisation = accounts.createOrganisation("Acme").id();
    accounts.createProject(
        organisation,
        null,
        new Accounts.NewProject("One", ZoneId.of("UTC"), DayOfWeek.MONDAY, null));
    dashboards = new Dashboards(catalog, now::get, new SecureRandom());
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private Card card(String name) {
    Insight.Definition definition =
        Insight.Definition.EMPTY.edit().name(name).query("{\"kind\": \"X\"}").done();
    long id = dashboards.write(ADA, editor -> editor.insights().create(definition)).id();
    insights.add(id);
    return Card.of(null, Chart.ofInsight(id));
  }

  private <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private List<Dashboard> all(DashboardSearch search) {
    return dashboards.read(ADA, reader -> reader.list(search).items());
  }

  private void create(Random random) {
    Registration said =
        Registration.named("Board " + random.nextInt(1000))
            .edit()
            .visibility(
                random.nextInt(4) == 0
                    ? Registration.Visibility.PRIVATE
                    : Registration.Visibility.SHARED)
            .done();
    Card card = card("Chart");
    dashboards.write(
        ADA,
        editor -> editor.create(said, random.nextBoolean() ? Content.of(card) : Content.EMPTY));
  }

  private void change(Random random) {
    List<Dashboard> live = all(new DashboardSearch());
    List<Dashboard> trash = all(new DashboardSearch().inTrash());
    switch (random.nextInt(live.isEmpty() ? 1 : 8)) {
      case 0 -> create(random);
      case 1, 2 -> edit(any(live, random).id(), random);
      case 3 -> showMore(any(live, random).id());
      case 4 ->
          dashboards.write(
              ADA, editor -> editor.delete(any(live, random).id(), null, random.nextBoolean()));
      case 5 -> {
        if (!trash.isEmpty()) {
          dashboards.write(
              ADA, editor -> editor.restore(any(trash, random).id(), null, random.nextBoolean()));
        }
      }
      default -> switchInsight(random);
    }
  }

  private void edit(long id, Random random) {
    int number = random.nextInt(1000);
    dashboards.write(
        ADA,
        editor ->
            editor.edit(
                id,
                null,
                sheet ->
                    sheet.with(
                        sheet
                            .dashboard()
                            .registration()
                            .edit()
                            .name("Edited " + number)
                            .archived(number % 5 == 0)
                            .refreshInterval(1 + number)
                            .done())));
  }

  private void showMore(long id) {
    Card card = card("More");
    dashboards.write(ADA, editor -> editor.editContent(id, content -> content.plus(card)));
  }

  /** An insight is deleted or comes back, without a new revision of the dashboards it is on. */
  private void switchInsight(Random random) {
    if (insights.isEmpty()) {
      return;
    }
    long id = any(insights, random);
    dashboards.write(
        ADA,
        editor ->
            editor.read().findInsight(id).isPresent()
                ? editor.insights().delete(id)
                : editor.insights().restore(id));
  }

  @Test
  void after_each_of_many_changes_the_rows_are_those_read_anew() {
    Rows kept = new Rows(dashboards);
    Random random = new Random(11);
    for (int i = 0; i < CHANGES; i++) {
      change(random);
      now.updateAndGet(instant -> instant.plusSeconds(61));
      for (Actor actor : List.of(ADA, BOB)) {
        assertThat(kept.of(actor))
            .as("after change %d", i)
            .isEqualTo(new Rows(dashboards).of(actor));
      }
    }
    assertThat(kept.of(ADA)).hasSizeGreaterThan(5);
  }
}
