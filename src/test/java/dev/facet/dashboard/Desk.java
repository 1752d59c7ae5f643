package dev.facet.dashboard;

import dev.facet.access.Accounts;
import dev.facet.catalog.Catalog;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Chart;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Place;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A catalog in a directory with two projects, two people in the first, and a clock that is set by
 * hand.
 */
final class Desk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-15T10:00:00.123456Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  final Catalog catalog;
  final Dashboards dashboards;
  final Actor ada;
  final Actor bob;
  final Actor elsewhere;
  Instant now = NOW;

  Desk(Path directory) {
    catalog = Catalog.open(directory);
    Accounts accounts = new Accounts(catalog, () -> now, RANDOM);
    if (accounts.projects().isEmpty()) {
      long organisation = accounts.createOrganisation("Acme").id();
      for (String name : List.of("One", "Two")) {
        accounts.createProject(
            organisation,
            null,
            new Accounts.NewProject(name, ZoneId.of("UTC"), DayOfWeek.MONDAY, null));
      }
    }
    ada = new Actor(1, 1L);
    bob = new Actor(1, 2L);
    elsewhere = new Actor(2, 1L);
    dashboards = new Dashboards(catalog, () -> now, RANDOM);
  }

  @Override
  public void close() {
    catalog.close();
  }

  Sheet create(Actor actor, String name, Card... cards) {
    return dashboards.write(
        actor, editor -> editor.create(Registration.named(name), Content.of(cards)));
  }

  Insight insight(Actor actor, String name) {
    Insight.Definition definition =
        Insight.Definition.EMPTY.edit().name(name).query("{\"kind\": \"X\"}").done();
    return dashboards.write(actor, editor -> editor.insights().create(definition));
  }

  Sheet get(Actor actor, long id) {
    return dashboards.read(actor, reader -> reader.get(id));
  }

  Optional<Sheet> find(Actor actor, long id) {
    return dashboards.read(actor, reader -> reader.find(id));
  }

  Optional<Insight> findInsight(long id) {
    return dashboards.read(ada, reader -> reader.findInsight(id));
  }

  Optional<Long> dashboardOf(long card) {
    return dashboards.read(ada, reader -> reader.dashboardOf(card));
  }

  long total(Actor actor) {
    return dashboards.read(actor, reader -> reader.list(new DashboardSearch()).total());
  }

  long insights(Actor actor) {
    return dashboards.read(actor, reader -> reader.insights(new InsightSearch()).total());
  }

  List<Insight.Version> versions(Insight insight) {
    return dashboards.read(ada, reader -> reader.versions(insight.id()));
  }

  List<Insight.Spot> spots(Insight insight) {
    return dashboards.read(ada, reader -> reader.spots(List.of(insight.id())));
  }

  List<String> names(DashboardSearch search) {
    return dashboards.read(ada, reader -> reader.list(search)).items().stream()
        .map(dashboard -> String.valueOf(dashboard.registration().name()))
        .toList();
  }

  static Card text(String body) {
    return Card.of(new Place(0, 0, 6, 5), Chart.ofText(body));
  }

  static Card showing(Insight insight) {
    return Card.of(null, Chart.ofInsight(insight.id()));
  }

  /** The chart with another body for its text. */
  static Chart reworded(Chart chart, String body) {
    return chart.source() instanceof Chart.Source.OfText(long id, String before)
        ? chart.withSource(new Chart.Source.OfText(id, body))
        : chart;
  }

  static Chart.Source.OfText firstText(Sheet sheet) {
    return (Chart.Source.OfText)
        sheet.content().liveCards().getFirst().charts().getFirst().source();
  }
}
