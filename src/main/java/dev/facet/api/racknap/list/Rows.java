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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dashboards that users see, as rows; made again when anything defined has changed. Safe for
 * use by many threads.
 */
public final class Rows {
  private static final int KEPT = 100_000;
  private static final String UNLISTED = "unlisted";

  private final Dashboards dashboards;
  private final Cache<Actor, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Actor actor, Known each) -> 1 + each.rows().size())
          .build();

  private record Known(long definitions, List<Row> rows) {}

  public Rows(Dashboards dashboards) {
    this.dashboards = dashboards;
  }

  /** All that the actor sees, but for archived ones. */
  List<Row> of(Actor actor) {
    long definitions = dashboards.state(actor.project()).definitions();
    Known found = known.getIfPresent(actor);
    if (found == null || found.definitions() != definitions) {
      found = new Known(definitions, dashboards.read(actor, Rows::read));
      known.put(actor, found);
    }
    return found.rows();
  }

  private static List<Row> read(Reader reader) {
    DashboardSearch search = new DashboardSearch().notCreationMode(UNLISTED).archived(false);
    Map<Long, Reader.ChartCount> counts = reader.chartCounts();
    return reader.list(search).items().stream()
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
