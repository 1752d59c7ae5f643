package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.share.Shares;
import dev.facet.api.posthog.wire.DashboardWire;
import dev.facet.api.posthog.wire.InsightWire;
import dev.facet.api.posthog.wire.OldFilters;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.People;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.api.posthog.wire.Tile;
import dev.facet.api.posthog.wire.TileWire;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.Text;
import dev.facet.dashboard.content.Chart.Source;
import dev.facet.form.DashboardFilters;
import dev.facet.form.overlay.QueryVariables;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the whole object of a dashboard: gathers what its tiles show and asks their queries. */
public record DashboardView(
    Dashboards dashboards, Shares shares, Accounts accounts, Asker asker, Supplier<UUID> ids) {

  /**
   * How a dashboard is looked at.
   *
   * @param filters laid over the dashboard's own, field by field; {@code variables} likewise
   */
  public record Look(ObjectNode filters, ObjectNode variables, RefreshMode refresh) {
    /** As it is, with what was computed before. */
    static final Look CACHED =
        new Look(PostHogWire.object(), PostHogWire.object(), RefreshMode.FORCE_CACHE);

    static Look of(Call call) {
      return new Look(
          call.override("filters_override"), call.override("variables_override"), call.refresh());
    }
  }

  /** All that the tiles of a dashboard name by number. */
  private record Parts(
      List<Tile> tiles,
      Map<Long, Insight> insights,
      List<Insight.Spot> spots,
      Map<Long, Text> texts,
      Viewed viewed,
      People people) {

    /** When the dashboard and its insights were last looked at. */
    private record Viewed(Map<Long, Instant> dashboard, Map<Long, Instant> insights) {}

    List<Insight.Spot> spots(Insight insight) {
      return spots.stream().filter(spot -> spot.insight() == insight.id()).toList();
    }
  }

  /** The dashboard's object, as this caller sees it. */
  public ObjectNode show(Onlooker onlooker, Sheet sheet, @Nullable Instant accessedAt, Look look) {
    Shown shown = look(onlooker, sheet, look, "sm");
    return shown.object(accessedAt, shown.tiles());
  }

  /** The object of one tile; fails when it is not shown. */
  ObjectNode tile(Onlooker onlooker, Sheet sheet, long id) {
    Shown shown = look(onlooker, sheet, Look.CACHED, "sm");
    List<ObjectNode> tiles = new ArrayList<>();
    shown.tiles(shown.places(tile -> tile.id() == id), (tile, place) -> tiles.add(tile));
    return tiles.stream()
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("There is no tile " + id + "."));
  }

  /**
   * A dashboard looked at, nothing computed yet.
   *
   * @param size the screen size whose layouts give the tiles their order
   */
  Shown look(Onlooker onlooker, Sheet sheet, Look look, String size) {
    ObjectNode filters = sheet.content().filters().json();
    filters.setAll(look.filters());
    ObjectNode variables = sheet.content().variables().json();
    variables.setAll(look.variables());
    variables = QueryVariables.current(variables, asker.variables(onlooker.project()));
    Parts parts = dashboards.read(onlooker.actor(), reader -> parts(reader, sheet, size));
    return new Shown(onlooker, sheet, parts, filters, variables, look.refresh());
  }

  /** A dashboard with what its tiles show, ready to be asked. */
  final class Shown {
    private final Onlooker onlooker;
    private final Sheet sheet;
    private final Parts parts;
    private final ObjectNode filters;
    private final ObjectNode variables;
    private final RefreshMode refresh;
    private final InsightWire wire;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Shown(
        Onlooker onlooker,
        Sheet sheet,
        Parts parts,
        ObjectNode filters,
        ObjectNode variables,
        RefreshMode refresh) {
      this.onlooker = onlooker;
      this.sheet = sheet;
      this.parts = parts;
      this.filters = filters;
      this.variables = variables;
      this.refresh = refresh;
      this.wire =
          new InsightWire(
              onlooker.project(),
              parts.people(),
              onlooker.rights(),
              sheet.dashboard().id(),
              parts.viewed().insights(),
              ids);
    }

    /** The dashboard's object with these tiles. */
    ObjectNode object(@Nullable Instant accessedAt, ArrayNode tiles) {
      return new DashboardWire(
              parts.people(),
              onlooker.rights(),
              shares.dashboards(onlooker.project().id()),
              parts.viewed().dashboard())
          .full(sheet, accessedAt, filters, variables, tiles);
    }

    /** All tiles, asked together. */
    ArrayNode tiles() {
      Map<Integer, ObjectNode> tiles = new TreeMap<>();
      tiles(places(tile -> true), (tile, place) -> tiles.put(place, tile));
      return PostHogWire.array().addAll(tiles.values());
    }

    /** The places, in the dashboard's order, of the tiles that match. */
    List<Integer> places(Predicate<Tile> match) {
      return IntStream.range(0, parts.tiles().size())
          .filter(place -> match.test(parts.tiles().get(place)))
          .boxed()
          .toList();
    }

    /** The tiles at these places, each with its place as soon as it is there. */
    void tiles(List<Integer> places, ObjIntConsumer<ObjectNode> each) {
      List<JsonNode> queries =
          places.stream().map(place -> query(parts.tiles().get(place))).toList();
      List<Asker.Ask> asks = new ArrayList<>();
      for (JsonNode query : queries) {
        Tile tile = parts.tiles().get(places.get(asks.size()));
        asks.add(new Asker.Ask(query, tile.insight(), sheet.dashboard().id(), null));
      }
      asker.ask(
          onlooker.project(),
          asks,
          refresh,
          (outcome, i) -> {
            outcomes.add(outcome);
            int place = places.get(i);
            Tile tile = parts.tiles().get(place);
            ObjectNode shown =
                DashboardView.tile(wire, tile, parts, queries.get(i), outcome, place);
            if (shown.get("insight") instanceof ObjectNode insight) {
              insight.set("filters", OldFilters.laid(insight.path("filters"), filters(tile)));
            }
            each.accept(shown, place);
          });
    }

    /** What became of the queries asked so far, in no order. */
    List<Outcome> outcomes() {
      return List.copyOf(outcomes);
    }

    /** The query of a tile's insight as it is asked here, missing when it has none. */
    private JsonNode query(Tile tile) {
      Insight insight = tile.insight() == null ? null : parts.insights().get(tile.insight());
      if (insight == null) {
        return PostHogWire.object().path("query");
      }
      JsonNode query = DashboardFilters.apply(InsightWire.query(insight), filters(tile));
      return QueryVariables.apply(query, variables, asker.variables(onlooker.project()));
    }

    /** A tile's own filters replace the dashboard's. */
    private JsonNode filters(Tile tile) {
      return tile.filters().isEmpty() ? filters : tile.filters();
    }
  }

  private Parts parts(Reader reader, Sheet sheet, String size) {
    List<Tile> all = sheet.dashboard().deleted() ? List.of() : Tile.shown(sheet.content(), size);
    List<Long> shown = all.stream().map(Tile::insight).filter(Objects::nonNull).toList();
    Map<Long, Insight> insights = reader.insights(shown);
    List<Tile> tiles =
        all.stream().filter(t -> t.text() != null || insights.containsKey(t.insight())).toList();
    Map<Long, Text> texts =
        reader.texts(
            tiles.stream()
                .map(Tile::text)
                .filter(Objects::nonNull)
                .map(Source.OfText::text)
                .toList());
    return new Parts(
        tiles,
        insights,
        reader.spots(insights.keySet()),
        texts,
        new Parts.Viewed(
            reader.viewed(List.of(sheet.dashboard().id())),
            reader.viewedInsights(insights.keySet())),
        people(sheet, insights.values().stream(), texts.values().stream()));
  }

  private People people(Sheet sheet, Stream<Insight> insights, Stream<Text> texts) {
    Stream<@Nullable Long> ids =
        Stream.of(
                Stream.of(sheet.dashboard()).map(each -> each.createdBy()),
                insights.flatMap(each -> Stream.of(each.createdBy(), each.modifiedBy())),
                texts.flatMap(each -> Stream.of(each.createdBy(), each.modifiedBy())))
            .flatMap(each -> each);
    return new People(accounts.users(ids.filter(Objects::nonNull).distinct().toList()));
  }

  private static ObjectNode tile(
      InsightWire wire, Tile tile, Parts parts, JsonNode query, Outcome outcome, int order) {
    Source.OfText source = tile.text();
    if (source != null) {
      Text text = parts.texts().get(source.text());
      return TileWire.ofText(
          tile, order, TileWire.text(source, text, parts.people(), wire.project().id()));
    }
    Insight insight = Objects.requireNonNull(parts.insights().get(tile.insight()));
    ObjectNode shown = wire.full(insight, parts.spots(insight), query, outcome);
    return TileWire.ofInsight(tile, order, shown, outcome);
  }
}
