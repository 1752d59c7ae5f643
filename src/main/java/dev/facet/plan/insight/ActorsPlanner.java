package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Period;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.plan.event.GroupRows;
import dev.facet.plan.event.PersonRows;
import dev.facet.plan.event.Setting;
import dev.facet.plan.funnel.FunnelPlanner;
import dev.facet.plan.hogql.SqlPlanner;
import dev.facet.plan.path.PathsPlanner;
import dev.facet.plan.trend.TrendPlanner;
import dev.facet.query.ActorsQuery;
import dev.facet.query.ActorsQuery.Known;
import dev.facet.query.ActorsQuery.Order;
import dev.facet.query.ActorsQuery.Source;
import dev.facet.query.ActorsQuery.Value;
import dev.facet.query.Definitions;
import dev.facet.query.Measure.Actor;
import dev.facet.query.Query;
import dev.facet.query.SqlQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans persons, or groups: those behind a point of a chart, from the very rows that the chart
 * counts, joined with what is known of them; of persons with a row for each distinct id.
 */
public final class ActorsPlanner {
  static final String COUNT = "event_count";
  static final String APPEARANCES = RetentionPlanner.APPEARANCES;
  static final String RANK = "rank";
  static final String DISTINCT_ID = "distinct_id";
  private static final String ACTOR = "actor";
  private static final String OWNER = "owner";
  private static final String ORDER = "order_";
  private static final Expression NEVER = new Expression.Literal(null, Type.INTEGERS);

  private final ActorsQuery query;
  private final Definitions definitions;
  private final Instant now;
  private final @Nullable Instant earliest;

  public ActorsPlanner(
      ActorsQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.definitions = definitions;
    this.now = now;
    this.earliest = earliest;
  }

  /** The chart a point of which is asked about; empty for none. */
  public static Optional<Query> chart(ActorsQuery query) {
    return switch (query.source()) {
      case ActorsQuery.Everyone() -> Optional.empty();
      case ActorsQuery.OfTrend of -> Optional.of(of.trend());
      case ActorsQuery.OfRetention of -> Optional.of(of.retention());
      case ActorsQuery.OfLifecycle of -> Optional.of(of.lifecycle());
      case ActorsQuery.OfStickiness of -> Optional.of(of.stickiness());
      case ActorsQuery.OfFunnel of -> Optional.of(of.funnel());
      case ActorsQuery.OfFunnelTrend of -> Optional.of(of.funnel());
      case ActorsQuery.OfPaths of -> Optional.of(of.paths());
      case ActorsQuery.OfStatement of -> Optional.of(of.statement());
    };
  }

  public Planned plan() {
    if (!(query.source() instanceof ActorsQuery.OfRetention)) {
      refuse(Known.APPEARANCES, "appearances are there for the actors of a retention only.");
    }
    Optional<Planned> chart = chart(query).map(this::planned);
    Period period = chart.map(Planned::period).orElse(new Period(Instant.EPOCH, now));
    Instant until = chart.map(Planned::validUntil).orElse(Instant.MAX);
    if (query.isTotal()) {
      TotalShape total = new TotalShape(query.select().getFirst().name());
      return new Planned(TotalShape.of(known()), total, period, until);
    }
    Plan shown = shown(ranked(known()));
    Plan rows = group().isPresent() ? withoutDistinctIds(shown) : withDistinctIds(shown);
    return new Planned(rows, shape(), period, until);
  }

  /** The type of the groups that are listed, empty for persons. */
  private Optional<Integer> group() {
    return switch (ActorsQuery.actor(query.source())) {
      case Actor.Person() -> Optional.empty();
      case Actor.Group(int type) -> Optional.of(type);
      case Actor.Computed _ ->
          throw FailureException.invalid(
              "not_persons",
              "source",
              "The chart counts neither persons nor groups; only they can be listed.");
    };
  }

  private Planned planned(Query chart) {
    try {
      return chart instanceof SqlQuery statement
          ? new SqlPlanner(statement, definitions, now).plan("query.source.query")
          : Planner.say(chart, definitions, now, earliest);
    } catch (FailureException e) {
      throw inChart(e);
    }
  }

  /** What is wrong with the chart is said of the chart's place. */
  private static FailureException inChart(FailureException e) {
    return e.failure() instanceof Failure.Invalid(String code, String path, String message)
            && path != null
            && !path.startsWith("source.")
            && !path.startsWith("query.")
        ? FailureException.invalid(code, "source.source." + path, message)
        : e;
  }

  private ActorsShape shape() {
    return new ActorsShape(query.select(), group().orElse(null), query.limit());
  }

  /** All who are asked about, each once, with what is known of them. */
  private Plan known() {
    Optional<Integer> group = group();
    Plan behind = behind(query.source());
    if (group.isEmpty() || behind == null) {
      return persons(behind);
    }
    Setting setting = Setting.of(definitions, now);
    Plan keys = named(behind);
    Plan own =
        new Plan.Filter(keys, call(Function.NOT, call(Function.IS_NULL, keys.column(ACTOR))));
    return GroupRows.of(group.get(), own, ACTOR, query.filter(), query.search(), setting);
  }

  private Plan persons(@Nullable Plan behind) {
    boolean everybody = !(query.source() instanceof ActorsQuery.Everyone);
    Plan persons =
        PersonRows.of(query.filter(), query.search(), everybody, Setting.of(definitions, now));
    if (behind == null) {
      refuse(Known.EVENT_COUNT, "event_count is there for the persons behind a chart only.");
      return with(
          with(persons, COUNT, new Expression.Literal(null, Type.INTEGER)), APPEARANCES, NEVER);
    }
    return new Join(
        Join.Kind.INNER,
        persons,
        named(behind),
        List.of(new Join.On(PersonRows.PERSON, ACTOR)),
        false);
  }

  /** Rows of actors under names of their own. */
  private Plan named(Plan behind) {
    boolean returning = query.source() instanceof ActorsQuery.OfRetention;
    return new Plan.Project(
        behind,
        List.of(
            new Named(ACTOR, behind.column("person")),
            new Named(COUNT, behind.column("count")),
            new Named(APPEARANCES, returning ? behind.column(APPEARANCES) : NEVER)));
  }

  private @Nullable Plan behind(Source source) {
    try {
      return switch (source) {
        case ActorsQuery.Everyone() -> null;
        case ActorsQuery.OfTrend of ->
            new TrendPlanner(of.trend(), definitions, now, earliest).persons(of);
        case ActorsQuery.OfRetention of ->
            new RetentionPlanner(of.retention(), definitions, now).persons(of);
        case ActorsQuery.OfLifecycle of ->
            new LifecyclePlanner(of.lifecycle(), definitions, now, earliest).persons(of);
        case ActorsQuery.OfStickiness of ->
            new StickinessPlanner(of.stickiness(), definitions, now, earliest).persons(of);
        case ActorsQuery.OfFunnel of ->
            new FunnelPlanner(of.funnel(), definitions, now, earliest).persons(of);
        case ActorsQuery.OfFunnelTrend of ->
            new FunnelPlanner(of.funnel(), definitions, now, earliest).persons(of);
        case ActorsQuery.OfPaths of ->
            new PathsPlanner(of.paths(), definitions, now, earliest).persons(of);
        case ActorsQuery.OfStatement of -> new Stated(of.statement(), definitions, now).persons();
      };
    } catch (FailureException e) {
      throw inChart(e);
    }
  }

  private void refuse(Known column, String why) {
    boolean selects = query.select().stream().anyMatch(selected -> selected.value() == column);
    boolean orders = query.order().stream().anyMatch(by -> by.value() == column);
    if (selects || orders) {
      throw FailureException.invalid("no_events", selects ? "select" : "orderBy", why);
    }
  }

  private static Plan with(Plan rows, String name, Expression value) {
    List<Named> columns = new ArrayList<>();
    rows.columns().forEach(c -> columns.add(new Named(c.name(), rows.column(c.name()))));
    columns.add(new Named(name, value));
    return new Plan.Project(rows, columns);
  }

  /** The persons with columns for what they are ordered by, in which each has its number. */
  private Plan ranked(Plan persons) {
    Plan rows = persons;
    List<Sort.By> order = new ArrayList<>();
    for (Order by : query.order()) {
      String column = ORDER + order.size();
      rows = with(rows, column, value(persons, by.value()));
      order.add(new Sort.By(column, by.descending()));
    }
    order.add(new Sort.By(PersonRows.PERSON, false));
    Plan page = new Plan.Limit(new Sort(rows, order), query.limit() + 1L, query.offset());
    return new Plan.Window(page, List.of(), order, List.of(Over.rowNumber(RANK)));
  }

  private static Expression value(Plan persons, Value value) {
    return switch (value) {
      case Known.ACTOR, Known.ID -> persons.column(PersonRows.UUID);
      case Known.CREATED_AT -> persons.column(PersonRows.CREATED_AT);
      case Known.EVENT_COUNT, Known.APPEARANCES, Known.TOTAL -> persons.column(COUNT);
      case Known.IDENTIFIED -> persons.column(PersonRows.IDENTIFIED);
      case Known.DISPLAY_NAME ->
          call(Function.COALESCE, PersonRows.text("email"), PersonRows.text("name"));
      case ActorsQuery.Property(String key) -> PersonRows.text(key);
    };
  }

  private static Plan shown(Plan ranked) {
    return new Plan.Project(
        ranked,
        List.of(
                RANK,
                PersonRows.PERSON,
                PersonRows.UUID,
                PersonRows.PROPERTIES,
                PersonRows.CREATED_AT,
                PersonRows.IDENTIFIED,
                COUNT,
                APPEARANCES)
            .stream()
            .map(column -> new Named(column, ranked.column(column)))
            .toList());
  }

  private static Plan withoutDistinctIds(Plan groups) {
    return new Sort(
        with(groups, DISTINCT_ID, Expression.text(null)), List.of(new Sort.By(RANK, false)));
  }

  private static Plan withDistinctIds(Plan persons) {
    Plan ids = new Plan.Scan(Datasets.PERSON_DISTINCT_IDS);
    Plan named =
        new Plan.Project(
            ids,
            List.of(
                new Named(OWNER, ids.column("person")),
                new Named(DISTINCT_ID, ids.column("distinct_id"))));
    return new Sort(
        new Join(
            Join.Kind.LEFT, persons, named, List.of(new Join.On(PersonRows.PERSON, OWNER)), false),
        List.of(new Sort.By(RANK, false), new Sort.By(DISTINCT_ID, false)));
  }
}
