package dev.facet.api.racknap.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.api.racknap.widget.Widgets;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.form.FormView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dashboards that users see, as rows. When anything defined has changed, those are made again
 * that have another revision. Safe for use by many threads.
 */
public final class Rows {
  private static final int KEPT = 100_000;
  private static final String UNLISTED = "unlisted";

  /** Beyond so many it takes less to read all than to name those to be read. */
  private static final int MOST_NAMED = 200;

  private final Dashboards dashboards;
  private final Cache<Actor, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Actor actor, Known each) -> 1 + each.rows().size())
          .build();

  /**
   * What was found.
   *
   * @param lasting the rows, by number, that hold as long as their revision is the newest: charts
   *     of the others come and go with insights that are deleted and restored
   */
  private record Known(long definitions, List<Row> rows, Map<Long, Lasting> lasting) {
    static final Known NOTHING = new Known(-1, List.of(), Map.of());
  }

  private record Lasting(long revision, Row row) {}

  public Rows(Dashboards dashboards) {
    this.dashboards = dashboards;
  }

  /** All that the actor sees, but for archived ones. */
  List<Row> of(Actor actor) {
    long definitions = dashboards.state(actor.project()).definitions();
    Known before = Objects.requireNonNullElse(known.getIfPresent(actor), Known.NOTHING);
    if (before.definitions() == definitions) {
      return before.rows();
    }
    Known found = dashboards.read(actor, reader -> read(reader, definitions, before.lasting()));
    known.put(actor, found);
    return found.rows();
  }

  private static Known read(Reader reader, long definitions, Map<Long, Lasting> before) {
    Map<Long, Long> revisions = reader.revisions(listed());
    Set<Long> unsure = reader.dashboardsOfDeletedInsights();
    Map<Long, Lasting> lasting = new HashMap<>();
    Map<Long, Row> rows = new HashMap<>();
    revisions.forEach(
        (id, revision) -> {
          Lasting one = before.get(id);
          if (one != null && one.revision() == revision && !unsure.contains(id)) {
            lasting.put(id, one);
            rows.put(id, one.row());
          }
        });
    List<Long> others = revisions.keySet().stream().filter(id -> !rows.containsKey(id)).toList();
    for (Row row : read(reader, others)) {
      rows.put(row.number(), row);
      if (!unsure.contains(row.number())) {
        long revision = Objects.requireNonNull(revisions.get(row.number()));
        lasting.put(row.number(), new Lasting(revision, row));
      }
    }
    List<Row> all = revisions.keySet().stream().map(rows::get).filter(Objects::nonNull).toList();
    return new Known(definitions, all, lasting);
  }

  private static DashboardSearch listed() {
    return new DashboardSearch().notCreationMode(UNLISTED).archived(false);
  }

  private static List<Row> read(Reader reader, List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    boolean all = ids.size() > MOST_NAMED;
    Map<Long, Reader.ChartCount> counts = all ? reader.chartCounts() : reader.chartCounts(ids);
    return reader.list(all ? listed() : listed().ids(ids)).items().stream()
        .map(each -> row(each, widgets(reader, each.id(), counts.get(each.id()))))
        .toList();
  }

  private static int widgets(Reader reader, long dashboard, Reader.@Nullable ChartCount count) {
    if (count == null) {
      return 0;
    }
    return count.gone() == 0
        ? count.charts()
        : Widgets.of(FormView.of(reader, reader.get(dashboard))).size();
  }

  private static Row row(Dashboard dashboard, int widgets) {
    Registration said = dashboard.registration();
    return new Row(
        dashboard.id(),
        RackNapWire.id(dashboard.id()),
        RackNapWire.text(said.name()),
        said.description(),
        said.type(),
        RackNapWire.seconds(dashboard.createdAt()),
        RackNapWire.seconds(dashboard.updatedAt()),
        BigDecimal.valueOf(RackNapWire.interval(said.refreshInterval())),
        BigDecimal.valueOf(widgets));
  }
}
