package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.posthog.InsightView.Found;
import dev.facet.api.posthog.wire.InsightWire;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.api.posthog.wire.Tile;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.form.DashboardFilters;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the whole objects of insights: gathers where they are shown and asks their queries. */
public record InsightView(Accounts accounts, Asker asker, Supplier<UUID> ids) {

  /** Insights as they were found, with where they are shown. */
  public record Found(List<Insight> insights, List<Insight.Spot> spots, Map<Long, Instant> viewed) {
    public static Found of(Reader reader, List<Insight> insights) {
      List<Long> ids = insights.stream().map(Insight::id).toList();
      return new Found(insights, reader.spots(ids), reader.viewedInsights(ids));
    }

    public List<Insight.Spot> spots(Insight insight) {
      return spots.stream().filter(spot -> spot.insight() == insight.id()).toList();
    }
  }

  /**
   * How insights are looked at.
   *
   * @param dashboard the dashboard as whose tiles they are asked, null for none
   * @param filters laid over the dashboard's own, field by field; {@code variables} likewise
   */
  public record Look(
      @Nullable Sheet dashboard, ObjectNode filters, ObjectNode variables, RefreshMode refresh) {}

  /** The objects, in the order of the insights. */
  public List<ObjectNode> full(Onlooker onlooker, Found found, Look look) {
    List<JsonNode> queries =
        found.insights().stream().map(insight -> query(onlooker, insight, look)).toList();
    Sheet dashboard = look.dashboard();
    Long id = dashboard == null ? null : (Long) dashboard.dashboard().id();
    List<Asker.Ask> asks = new ArrayList<>();
    for (Insight insight : found.insights()) {
      asks.add(new Asker.Ask(queries.get(asks.size()), insight.id(), id, null));
    }
    List<Outcome> outcomes = asker.ask(onlooker.project(), asks, look.refresh());
    InsightWire wire = wire(onlooker, found, id);
    List<ObjectNode> shown = new ArrayList<>();
    for (Insight insight : found.insights()) {
      int i = shown.size();
      shown.add(wire.full(insight, found.spots(insight), queries.get(i), outcomes.get(i)));
    }
    return shown;
  }

  /** The answer to an insight's query, with {@code results}; fails when there is none. */
  public ObjectNode answer(Onlooker onlooker, Insight insight, Look look) {
    Asker.Ask ask = new Asker.Ask(query(onlooker, insight, look), insight.id(), null, null);
    return switch (asker.ask(onlooker.project(), List.of(ask), look.refresh()).getFirst()) {
      case Outcome.Answered answered -> answered.response();
      case Outcome.Failed(var failure) -> throw new FailureException(failure);
      case Outcome.Unusable(var failure) -> throw new FailureException(failure);
      case Outcome.NoQuery _, Outcome.NotComputed _ ->
          throw FailureException.invalid("no_query", "query", "The insight has nothing to export.");
    };
  }

  private JsonNode query(Onlooker onlooker, Insight insight, Look look) {
    ObjectNode filters = PostHogWire.object();
    ObjectNode variables = PostHogWire.object();
    JsonNode own = PostHogWire.object();
    Sheet dashboard = look.dashboard();
    if (dashboard != null) {
      filters = dashboard.content().filters().json();
      variables = dashboard.content().variables().json();
      own =
          Tile.shown(dashboard.content()).stream()
              .filter(tile -> Objects.equals(tile.insight(), insight.id()))
              .findFirst()
              .map(Tile::filters)
              .orElse(own);
    }
    filters.setAll(look.filters());
    variables.setAll(look.variables());
    JsonNode query =
        DashboardFilters.apply(InsightWire.query(insight), own.isEmpty() ? filters : own);
    return QueryVariables.apply(query, variables, asker.variables(onlooker.project()));
  }

  InsightWire wire(Onlooker onlooker, Found found, @Nullable Long dashboard) {
    Stream<@Nullable Long> users =
        found.insights().stream().flatMap(each -> Stream.of(each.createdBy(), each.modifiedBy()));
    People people = new People(accounts.users(users.filter(Objects::nonNull).distinct().toList()));
    return new InsightWire(
        onlooker.project(), people, onlooker.rights(), dashboard, found.viewed(), ids);
  }
}
