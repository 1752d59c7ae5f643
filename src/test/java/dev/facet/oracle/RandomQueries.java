package dev.facet.oracle;

import dev.facet.model.Grain;
import dev.facet.model.Place;
import dev.facet.query.Breakdown;
import dev.facet.query.Cohort;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Filter.Element.Part;
import dev.facet.query.Filter.Operator;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure;
import dev.facet.query.Measure.Actor;
import dev.facet.query.PathsQuery;
import dev.facet.query.PropertyRef;
import dev.facet.query.PropertyRef.SessionValue;
import dev.facet.query.Query;
import dev.facet.query.RetentionQuery;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import dev.facet.query.TrendQuery.Formula;
import dev.facet.query.TrendQuery.Show;
import dev.facet.query.text.FormulaText;
import dev.facet.query.text.HogqlText;
import dev.facet.query.text.SelectorText;
import dev.facet.query.time.Comparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Any question that can be asked about {@link RandomEvents}. */
record RandomQueries(RandomGenerator random) {
  private static final List<String> VALUES =
      List.of(
          "Chrome",
          "chrome",
          "",
          "10",
          "3",
          "true",
          "straße",
          "日本",
          "%_",
          "many",
          "/x",
          "https://a.example");
  private static final List<String> PLACES =
      List.of("signup", "https://a.example", "/x", "https://*", "注文");
  private static final List<String> PATTERNS =
      List.of("^C", "e$", "[0-9]+", "(", "本", "(?i)chrome", "a|b");
  private static final List<String> DATES =
      List.of("2024-11-03", "2024-11-03T05:30:00Z", "-10d", "2024-11-04T08:00");

  TrendQuery trend() {
    List<Series> series = series();
    List<Formula> formulas =
        random.nextInt(4) == 0
            ? List.of(FormulaText.parse("A^2/(A-3)", null, series.size(), "formula"))
            : List.of();
    Show show = pick(List.of(Show.STEPS, Show.STEPS, Show.STEPS, Show.TOTAL, Show.CALENDAR));
    return new TrendQuery(
        series,
        range(),
        pick(List.of(Grain.HOUR, Grain.DAY, Grain.DAY, Grain.WEEK, Grain.MONTH)),
        maybe() ? filter(2) : Filter.ALL,
        maybe(),
        show == Show.CALENDAR ? List.of() : formulas,
        maybe() && show != Show.CALENDAR ? breakdown() : null,
        comparison(),
        show,
        random.nextInt(5) == 0,
        1 + random.nextInt(3),
        sampling());
  }

  private double sampling() {
    return random.nextInt(4) == 0 ? 0.4 : 1;
  }

  private Actor actor() {
    return random.nextInt(3) == 0 ? new Actor.Group(0) : Actor.PERSON;
  }

  /** A question about how often persons come. */
  Query visits() {
    Grain grain = pick(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH));
    Filter filter = maybe() ? filter(1) : Filter.ALL;
    return switch (random.nextInt(3)) {
      case 0 ->
          new RetentionQuery(
              series().getFirst(),
              series().getFirst(),
              pick(List.of(RetentionQuery.Entry.values())),
              grain,
              1 + random.nextInt(9),
              range(),
              filter,
              maybe(),
              maybe(),
              new RetentionQuery.Options(
                  actor(), 1 + random.nextInt(2), maybe(), maybe() ? values() : null, sampling()));
      case 1 ->
          new StickinessQuery(
              series(),
              range(),
              grain,
              filter,
              maybe(),
              comparison(),
              maybe(),
              new StickinessQuery.Criterion(
                  pick(List.of(Cohort.Times.values())), 1 + random.nextInt(2)),
              1 + random.nextInt(2),
              sampling());
      default ->
          new LifecycleQuery(
              series().getFirst(), range(), grain, filter, maybe(), actor(), sampling());
    };
  }

  FunnelQuery funnel() {
    List<Series> steps =
        series().stream()
            .map(step -> new Series(step.subject(), null, first(), step.filter()))
            .toList();
    FunnelQuery.Order order = pick(List.of(FunnelQuery.Order.values()));
    int last = steps.size() - 1;
    Series excluded = new Series(pick(RandomEvents.NAMES), null, new Measure.Count(), filter(1));
    boolean excludes = last > 0 && random.nextInt(3) == 0;
    return new FunnelQuery(
        steps,
        range(),
        pick(List.of(Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH)),
        maybe() ? filter(1) : Filter.ALL,
        maybe(),
        order,
        new FunnelQuery.Window(1 + random.nextInt(9), FunnelQuery.Window.Unit.DAY),
        excludes ? List.of(new FunnelQuery.Exclusion(excluded, 0, last)) : List.of(),
        random.nextInt(4) == 0 ? PropertyRef.groupKey(0) : null,
        maybe() ? breakdown() : null,
        attribution(order == FunnelQuery.Order.UNORDERED ? 0 : last),
        view(last),
        sampling());
  }

  PathsQuery paths() {
    boolean ofGroups = random.nextInt(4) == 0;
    Set<PathsQuery.Kind> kinds = EnumSet.of(pick(List.of(PathsQuery.Kind.values())));
    kinds.add(PathsQuery.Kind.CUSTOM);
    String written = maybe() ? "event" : "properties.url || coalesce(properties.flag, '?')";
    return new PathsQuery(
        range(),
        maybe() ? filter(1) : Filter.ALL,
        maybe(),
        kinds,
        HogqlText.expression(written, "pathsHogQLExpression"),
        ofGroups ? PropertyRef.groupKey(0) : null,
        maybe() ? null : pick(PLACES),
        maybe() ? null : pick(PLACES),
        random.nextInt(3) == 0 ? List.of(pick(PLACES), "*ü*") : List.of(),
        random.nextInt(3) == 0 ? List.of("https://*", "s*") : List.of(),
        maybe() ? List.of(new PathsQuery.Cleaning("[\\?#]+", "\\1$0")) : List.of(),
        2 + random.nextInt(5),
        1 + random.nextInt(20),
        random.nextInt(4) == 0 ? 2 : null,
        random.nextInt(4) == 0 ? 3 : null,
        ofGroups || maybe() ? null : part(),
        sampling());
  }

  private PathsQuery.@Nullable Part part() {
    FunnelQuery funnel = funnel();
    int step = 1 + random.nextInt(funnel.steps().size());
    if (funnel.actor() != null || step == 1) {
      return null;
    }
    return new PathsQuery.Part(
        funnel, pick(List.of(PathsQuery.Part.Side.values())), maybe() ? step : -step);
  }

  private Measure first() {
    return random.nextInt(6) == 0
        ? new Measure.FirstTime(pick(List.of(Measure.First.values())))
        : new Measure.Count();
  }

  private FunnelQuery.Attribution attribution(int lastStep) {
    return switch (random.nextInt(4)) {
      case 0 -> new FunnelQuery.Attribution.FirstTouch();
      case 1 -> new FunnelQuery.Attribution.LastTouch();
      case 2 -> new FunnelQuery.Attribution.AllEvents();
      default -> new FunnelQuery.Attribution.AtStep(random.nextInt(lastStep + 1));
    };
  }

  private FunnelQuery.View view(int last) {
    int from = last == 0 ? 0 : random.nextInt(last);
    return switch (last == 0 ? 0 : random.nextInt(4)) {
      case 0, 1 -> new FunnelQuery.View.Steps();
      case 2 -> new FunnelQuery.View.TimeToConvert(from, last, maybe() ? null : 7);
      default -> new FunnelQuery.View.Trend(from, last);
    };
  }

  private List<Series> series() {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      series.add(new Series(subject(), null, measure(), maybe() ? filter(1) : Filter.ALL));
    }
    return series;
  }

  private Series.Subject subject() {
    return switch (random.nextInt(6)) {
      case 0 -> new Series.Subject.Anything();
      case 1 -> new Series.Subject.Done(1 + random.nextInt(Places.ACTIONS), Place.NONE);
      default -> new Series.Subject.Named(pick(RandomEvents.NAMES));
    };
  }

  private Measure measure() {
    Measure.Summary summary = pick(List.of(Measure.Summary.values()));
    return switch (random.nextInt(10)) {
      case 0 -> new Measure.Count();
      case 1 -> new Measure.Persons(actor());
      case 2 -> new Measure.ActivePersons(7, actor());
      case 3 -> new Measure.ActivePersons(30, actor());
      case 4 -> new Measure.Sessions();
      case 5 -> new Measure.FirstTime(pick(List.of(Measure.First.values())), actor());
      case 6 -> new Measure.CountPerPerson(summary, actor());
      case 7 ->
          new Measure.OfProperty(
              summary, new PropertyRef(PropertyRef.Source.SESSION, "$session_duration"), 2);
      default -> new Measure.OfProperty(summary, new PropertyRef(source(), "prop"));
    };
  }

  private PropertyRef.Source source() {
    return random.nextInt(3) == 0 ? PropertyRef.Source.PERSON : PropertyRef.Source.EVENT;
  }

  private DateRange range() {
    return switch (random.nextInt(5)) {
      case 0 -> DateRange.DEFAULT;
      case 1 -> between("-20d", null);
      case 2 -> between("2024-10-30", "2024-11-10");
      case 3 -> between("2024-11-01T07:15", "2024-11-05T03:00");
      default -> between("-36h", "dEnd");
    };
  }

  private static DateRange between(String from, @Nullable String to) {
    return new DateRange(DateText.parse(from, "from"), DateText.parse(to, "to"), false);
  }

  private @Nullable Comparison comparison() {
    return switch (random.nextInt(4)) {
      case 0 -> new Comparison.Previous();
      case 1 -> new Comparison.Shifted(DateText.parseRelative("-1w", "compare_to"));
      default -> null;
    };
  }

  private Breakdown breakdown() {
    List<Breakdown.Dimension> dimensions = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2) + random.nextInt(2); i++) {
      dimensions.add(dimension());
    }
    return new Breakdown(dimensions, 1 + random.nextInt(6), maybe());
  }

  /** By values only: no bins. */
  private Breakdown values() {
    Breakdown any = breakdown();
    return new Breakdown(
        any.dimensions().stream()
            .map(one -> new Breakdown.Dimension(one.property(), one.normalizeUrl(), 0))
            .toList(),
        any.limit(),
        any.hideOther());
  }

  private Breakdown.Dimension dimension() {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Breakdown.Dimension(
              new PropertyRef(PropertyRef.Source.METADATA, "event"), maybe(), 0);
      case 2 ->
          new Breakdown.Dimension(
              new PropertyRef(
                  PropertyRef.Source.SESSION,
                  pick(List.of("$session_duration", "$channel_type", "$is_bounce"))),
              false,
              0);
      case 3 -> new Breakdown.Dimension(PropertyRef.ofGroup(0, "$browser"), false, 0);
      case 4 ->
          new Breakdown.Dimension(
              PropertyRef.ofCohorts(List.of("1", "5", "all"), Place.NONE), false, 0);
      case 1 ->
          new Breakdown.Dimension(new PropertyRef(source(), "prop"), false, 1 + random.nextInt(9));
      default ->
          new Breakdown.Dimension(new PropertyRef(source(), pick(RandomEvents.KEYS)), maybe(), 0);
    };
  }

  private Filter filter(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      List<Filter> parts = List.of(filter(depth - 1), filter(depth - 1));
      return maybe() ? new Filter.And(parts) : new Filter.Or(parts);
    }
    return switch (random.nextInt(12)) {
      case 0 -> new Filter.InCohort(1 + random.nextInt(Places.COHORTS), Place.NONE);
      case 1 -> new Filter.Not(filter(depth - 1));
      case 2 -> element();
      case 3 -> session();
      case 4 -> compare(PropertyRef.ofGroup(random.nextInt(2), pick(RandomEvents.KEYS)));
      case 5 -> exact(new PropertyRef(PropertyRef.Source.METADATA, "$group_0"), "org 2");
      default -> compare(new PropertyRef(source(), pick(RandomEvents.KEYS)));
    };
  }

  private Filter compare(PropertyRef property) {
    Operator operator = pick(List.of(Operator.values()));
    return new Filter.Compare(property, operator, values(operator));
  }

  private static Filter exact(PropertyRef property, String value) {
    return new Filter.Compare(property, Operator.EXACT, List.of(value));
  }

  private Filter session() {
    SessionValue value = pick(List.of(SessionValue.values()));
    PropertyRef property = new PropertyRef(PropertyRef.Source.SESSION, value.key());
    return switch (value.kind()) {
      case WHOLE -> new Filter.Compare(property, Operator.GT, List.of("1"));
      case FLAG -> exact(property, "true");
      case TIME -> new Filter.Compare(property, Operator.DATE_AFTER, List.of(pick(DATES)));
      case TEXT ->
          new Filter.Compare(
              property,
              pick(List.of(Operator.EXACT, Operator.IS_NOT, Operator.ICONTAINS, Operator.IS_SET)),
              List.of(pick(List.of("Direct", "Paid Search", "https://a.example/", "e", "cpc"))));
    };
  }

  private Filter element() {
    return switch (random.nextInt(4)) {
      case 0 -> new Filter.Element(Part.TAG_NAME, Operator.EXACT, List.of("div", "form"));
      case 1 -> new Filter.Element(Part.TEXT, Operator.ICONTAINS, List.of("\"NOW\""));
      case 2 -> new Filter.Element(Part.HREF, Operator.IS_NOT, List.of("/x"));
      default ->
          SelectorText.parse(
              pick(List.of("div a", "form.pay > #buy", ".btn:nth-child(1)", "span")), "value");
    };
  }

  private List<String> values(Operator operator) {
    return switch (operator) {
      case IS_SET, IS_NOT_SET -> List.of();
      case GT, GTE, LT, LTE -> List.of(pick(List.of("3", "-2.5", "10")));
      case BETWEEN, NOT_BETWEEN -> List.of("0", "12");
      case DATE_EXACT, DATE_BEFORE, DATE_AFTER -> List.of(pick(DATES));
      case REGEX, NOT_REGEX -> List.of(pick(PATTERNS));
      case EXACT, IS_NOT, ICONTAINS, NOT_ICONTAINS, CLEAN_PATH_EXACT ->
          maybe() ? List.of(pick(VALUES)) : List.of(pick(VALUES), pick(VALUES));
    };
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
