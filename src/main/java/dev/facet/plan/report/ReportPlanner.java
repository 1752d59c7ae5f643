package dev.facet.plan.report;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Dimension;
import dev.facet.model.Grain;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.business.Books;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.ReportQuery;
import dev.facet.query.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans reports: the rows of a cube within the dates, grouped by dimensions, summed up. */
public final class ReportPlanner {
  private static final DateBound MONTH_AGO =
      new DateBound.Relative(30, DateBound.Unit.DAY, DateBound.Edge.NONE);
  private static final Duration SLIDE = Duration.ofSeconds(10);
  private static final Series ANY =
      new Series(new Series.Subject.Anything(), null, new Measure.Count(), Filter.ALL);

  private final ReportQuery query;
  private final Cube cube;
  private final Definitions definitions;
  private final Instant now;
  private final Calendar calendar;
  private final Range range;
  private final Used used;

  public ReportPlanner(
      ReportQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.cube = query.cube();
    this.definitions = definitions;
    this.now = now;
    this.calendar = new Calendar(definitions.zone(), definitions.weekStart());
    this.range = Range.resolve(asked(query), Grain.DAY, calendar, now, earliest);
    this.used = Used.by(query);
  }

  /** The dates, with what is usual in place of those not asked for. */
  private static DateRange asked(ReportQuery query) {
    DateRange range = query.range();
    if (range == null) {
      DateBound from = query.cube().isWhole() ? new DateBound.Earliest() : MONTH_AGO;
      return new DateRange(from, null, false);
    }
    return range.from() == null ? new DateRange(MONTH_AGO, range.to(), range.exact()) : range;
  }

  /** Whether rows of all times count, dated or not. */
  private boolean isTimeless() {
    return query.range() == null && cube.isWhole();
  }

  /** Answers when the first row was, where the dates or the steps of time begin with it. */
  public static Optional<Plan> earliest(ReportQuery query) {
    if (!(asked(query).from() instanceof DateBound.Earliest)) {
      return Optional.empty();
    }
    Plan scan = new Plan.Scan(query.cube().dataset());
    ReadRow read = new ReadRow(query.cube(), scan, Instant.EPOCH);
    Plan rows =
        query.cube().where().isEmpty()
            ? scan
            : new Plan.Filter(scan, read.all(query.cube().where()));
    return Optional.of(
        new Plan.Aggregate(
            rows,
            List.of(),
            List.of(new Aggregation("earliest", Aggregation.Kind.MIN, first(read)))));
  }

  /** When a stored row happened. */
  private static Expression first(ReadRow read) {
    Cube cube = read.cube();
    return cube.rows().areMonths() ? read.rows().column(cube.dataset().time()) : time(read);
  }

  /** When a row happened; a day begins at midnight UTC. */
  private static Expression time(ReadRow read) {
    Expression value = read.value(read.cube().time().value());
    return read.cube().time().isDay() ? call(Function.TO_TIME, value) : value;
  }

  public Planned plan() {
    Plan rows = cube.rows() == Cube.Rows.EVENTS ? events() : rows();
    rows = unnested(rows);
    List<Named> dimensions = dimensions(new ReadRow(cube, rows, now));
    if (!used.lasts().isEmpty()) {
      rows = CubeRows.placed(rows, dimensions, used.lasts());
      dimensions = columns(rows, dimensions);
    }
    Sums sums = new Sums(new ReadRow(cube, rows, now), dimensions.size());
    List<Term> terms = query.metrics().stream().map(m -> sums.term(m.formula())).toList();
    Plan groups = new Plan.Aggregate(rows, dimensions, sums.aggregations());
    Plan plan = new Plan.Limit(groups, ReportShape.MAX_GROUPS + 1L, 0);
    return new Planned(
        plan, new ReportShape(query, steps(), terms, zone()), range.period(), validUntil());
  }

  /** Rows that have several values of a dimension, once for each; once with none for no value. */
  private Plan unnested(Plan rows) {
    Plan unnested = rows;
    for (int i = 0; i < query.dimensions().size(); i++) {
      Dimension dimension = query.dimensions().get(i).dimension();
      if (dimension.type().isListOfOne()) {
        Expression list = new ReadRow(cube, unnested, now).value(dimension.value());
        unnested = new Plan.Unnest(unnested, List.of(new Named(element(i), list)), null, true);
      }
    }
    return unnested;
  }

  private static String element(int dimension) {
    return "element_" + dimension;
  }

  private static List<Named> columns(Plan rows, List<Named> dimensions) {
    return dimensions.stream()
        .map(named -> new Named(named.name(), rows.column(named.name())))
        .toList();
  }

  private Plan events() {
    Matching matching = Matching.of(query.filter(), false, definitions, now);
    ReadRow read = new ReadRow(cube, new Plan.Scan(cube.dataset()), now);
    List<Expression> reads = new ArrayList<>();
    dimensions(read).forEach(named -> reads.add(named.expression()));
    Sums sums = new Sums(read, 0);
    query.metrics().forEach(metric -> sums.term(metric.formula()));
    for (Aggregation aggregation : sums.aggregations()) {
      Expression argument = aggregation.argument();
      if (argument != null) {
        reads.add(argument);
      }
    }
    return matching.rows(ANY, range.fromMicros(), range.untilMicros(), reads);
  }

  private Plan rows() {
    Books books = new Books(definitions.currency());
    MonthRows months = new MonthRows(query, books, range, now);
    return switch (cube.rows()) {
      case CUSTOMER_MONTHS -> chosen(months.ofCustomers());
      case COHORTS -> chosen(months.ofCohorts());
      case PLAIN, POSTS, SNAPSHOTS, EVENTS -> cubeRows(books).rows(this::chosen);
    };
  }

  private CubeRows cubeRows(Books books) {
    LocalDate first = range.from().toLocalDate();
    LocalDate today = now.atZone(definitions.zone()).toLocalDate();
    return new CubeRows(cube, books, used.columns(), used.changes(), first, today);
  }

  /** The rows within the dates of which all holds that is asked for. */
  private Plan chosen(Plan rows) {
    ReadRow read = new ReadRow(cube, rows, now);
    List<Expression> conditions = new ArrayList<>();
    if (!isTimeless() && !cube.rows().areMonths()) {
      conditions.addAll(within(read.value(cube.time().value())));
    }
    if (!cube.where().isEmpty()) {
      conditions.add(read.all(cube.where()));
    }
    if (!query.filter().equals(Filter.ALL)) {
      conditions.add(new RowFilter(read, calendar, now).of(query.filter()));
    }
    return conditions.isEmpty() ? rows : new Plan.Filter(rows, Conditions.all(conditions));
  }

  private List<Expression> within(Expression time) {
    if (cube.time().isDay()) {
      return List.of(
          call(Function.LESS_OR_EQUAL, day(range.from().toLocalDate()), time),
          call(Function.LESS_OR_EQUAL, time, day(range.to().toLocalDate())));
    }
    return List.of(
        call(Function.LESS_OR_EQUAL, Expression.time(range.fromMicros()), time),
        call(Function.LESS, time, Expression.time(range.untilMicros())));
  }

  private static Expression day(LocalDate day) {
    return Expression.text(day.toString());
  }

  private List<Named> dimensions(ReadRow read) {
    List<Named> named = new ArrayList<>();
    List<@Nullable Buckets> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      Buckets buckets = steps.get(i);
      Expression value =
          buckets == null ? value(i, read) : new Expression.Bucket(time(read), buckets);
      named.add(new Named("d" + i, value));
    }
    return named;
  }

  private Expression value(int number, ReadRow read) {
    Dimension dimension = query.dimensions().get(number).dimension();
    return dimension.type().isListOfOne()
        ? read.rows().column(element(number))
        : read.value(dimension.value());
  }

  private List<@Nullable Buckets> steps() {
    List<@Nullable Buckets> steps = new ArrayList<>();
    for (ReportQuery.By by : query.dimensions()) {
      steps.add(by.grain() == null ? null : buckets(by.grain()));
    }
    return steps;
  }

  /** Days that come as dates have no zone: their steps are those of UTC. */
  private Buckets buckets(Grain grain) {
    Calendar own = new Calendar(zone(), definitions.weekStart());
    var from = cube.time().isDay() ? range.from().toLocalDate().atStartOfDay(zone()) : range.from();
    var to = cube.time().isDay() ? range.to().toLocalDate().atStartOfDay(zone()) : range.to();
    return own.buckets(from, from.isAfter(to) ? from : to, grain);
  }

  private ZoneId zone() {
    return cube.time().isDay() ? ZoneOffset.UTC : definitions.zone();
  }

  private Instant validUntil() {
    Instant tomorrow =
        calendar.floor(now.atZone(definitions.zone()), Grain.DAY).plusDays(1).toInstant();
    Instant valid = isTimeless() ? Instant.MAX : range.validUntil(now);
    boolean stepped = query.dimensions().stream().anyMatch(by -> by.grain() != null);
    if (cube.rows() == Cube.Rows.POSTS || isTimeless() && stepped) {
      valid = valid.isBefore(tomorrow) ? valid : tomorrow;
    }
    Instant soon = now.plus(SLIDE);
    boolean isAboutNow = used.isAboutNow() || cube.rows().areMonths();
    return isAboutNow && soon.isBefore(valid) ? soon : valid;
  }
}
