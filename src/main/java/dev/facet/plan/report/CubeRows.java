package dev.facet.plan.report;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Cube;
import dev.facet.dataset.SocialDatasets;
import dev.facet.dataset.Value;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort;
import dev.facet.plan.Plan.Window;
import dev.facet.plan.business.Books;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rows of cubes that are no events, with what belongs to them beside them.
 *
 * @param used the columns that the question reads: what none of them needs is not looked up
 * @param first the first day that is asked about
 * @param today what is dated later is not looked at
 */
record CubeRows(
    Cube cube,
    Books books,
    Set<String> used,
    List<Value.OfKey> changes,
    LocalDate first,
    LocalDate today) {
  private static final String PROFILE = "profile";
  private static final String PLATFORM = "platform";
  private static final String DATE = "date";
  private static final String POST = "post_id";

  /**
   * The rows that are asked about. Figures are looked up for those posts alone: however long the
   * history, the others' is passed over. Changes are looked for before anything else is left out
   * than what lies before the first day, of which the last level counts.
   */
  Plan rows(UnaryOperator<Plan> choice) {
    Plan scan = books.rows(cube.dataset());
    return switch (cube.rows()) {
      case PLAIN, EVENTS, CUSTOMER_MONTHS, COHORTS -> choice.apply(scan);
      case POSTS -> posts(choice.apply(scan));
      case SNAPSHOTS -> choice.apply(changes.isEmpty() ? scan : changed(scan));
    };
  }

  private Plan posts(Plan chosen) {
    Plan rows = chosen;
    if (used.contains(Cube.NEWEST)) {
      rows = beside(rows, newest(chosen), "snapshot_post");
    }
    return used.contains(Cube.CLICKS) || used.contains(Cube.CONVERSIONS)
        ? beside(rows, clicks(chosen), "click_post")
        : rows;
  }

  private static Plan ofPosts(Plan rows, Plan posts) {
    Plan ids = new Plan.Project(posts, List.of(new Named("chosen_post", posts.column(POST))));
    return new Join(Join.Kind.SEMI, rows, ids, List.of(new Join.On(POST, "chosen_post")), false);
  }

  private static Plan beside(Plan posts, Plan more, String post) {
    return new Join(Join.Kind.LEFT, posts, more, List.of(new Join.On(POST, post)), false);
  }

  private Plan newest(Plan posts) {
    Plan scan = new Plan.Scan(SocialDatasets.POST_SNAPSHOTS);
    Plan due =
        new Plan.Filter(
            scan,
            call(Function.LESS_OR_EQUAL, scan.column(DATE), Expression.text(today.toString())));
    Plan placed =
        new Window(
            ofPosts(due, posts),
            List.of(POST),
            List.of(new Sort.By(DATE, true)),
            List.of(Over.rowNumber("place")));
    Plan first =
        new Plan.Filter(
            placed, call(Function.EQUAL, placed.column("place"), Expression.integer(1)));
    return new Plan.Project(
        first,
        List.of(
            new Named("snapshot_post", first.column(POST)),
            new Named(Cube.NEWEST, first.column("metrics"))));
  }

  private static Plan clicks(Plan posts) {
    Plan scan = ofPosts(new Plan.Scan(SocialDatasets.CLICKS), posts);
    return new Plan.Aggregate(
        scan,
        List.of(new Named("click_post", scan.column(POST))),
        List.of(
            new Aggregation(Cube.CLICKS, Aggregation.Kind.COUNT, null),
            new Aggregation(
                Cube.CONVERSIONS, Aggregation.Kind.COUNT, scan.column("converted_at"))));
  }

  /**
   * Each snapshot from the first day on with, for each level asked for, that of the newest one
   * before which has it. Snapshots without the level are kept in a part of their own.
   */
  private Plan changed(Plan scan) {
    Expression start = Expression.text(first.toString());
    Plan recent = new Plan.Filter(scan, call(Function.LESS_OR_EQUAL, start, scan.column(DATE)));
    Plan rows = withLevels(recent, changes);
    for (Value.OfKey key : changes) {
      rows =
          new Window(
              rows,
              List.of(PROFILE, PLATFORM, has(key)),
              List.of(new Sort.By(DATE, false)),
              List.of(Over.previous(previous(key), rows.column(level(key)))));
    }
    Plan earlier = new Plan.Filter(scan, call(Function.LESS, scan.column(DATE), start));
    return joined(rows, lastBefore(withLevels(earlier, changes)));
  }

  /** The newest of each level that each series had. */
  private Plan lastBefore(Plan rows) {
    List<Aggregation> lasts = new ArrayList<>();
    for (Value.OfKey key : changes) {
      lasts.add(
          Aggregation.of(
              base(key),
              Aggregation.Kind.ARG_MAX,
              List.of(rows.column(level(key)), rows.column(DATE)),
              List.of()));
    }
    return new Plan.Aggregate(
        rows,
        List.of(
            new Named("base_profile", rows.column(PROFILE)),
            new Named("base_platform", rows.column(PLATFORM))),
        lasts);
  }

  private Plan joined(Plan rows, Plan bases) {
    Plan both =
        new Join(
            Join.Kind.LEFT,
            rows,
            bases,
            List.of(new Join.On(PROFILE, "base_profile"), new Join.On(PLATFORM, "base_platform")),
            false);
    List<Named> columns = new ArrayList<>();
    rows.columns().forEach(c -> columns.add(new Named(c.name(), both.column(c.name()))));
    for (Value.OfKey key : changes) {
      Expression before =
          call(
              Function.IF,
              call(Function.EQUAL, both.column(has(key)), Expression.integer(1)),
              call(Function.COALESCE, both.column(previous(key)), both.column(base(key))),
              new Expression.Literal(null, Type.NUMBER));
      columns.add(new Named(before(key), before));
    }
    return new Plan.Project(both, columns);
  }

  private static Plan withLevels(Plan rows, List<Value.OfKey> levels) {
    List<Named> columns = new ArrayList<>();
    rows.columns().forEach(c -> columns.add(new Named(c.name(), rows.column(c.name()))));
    for (Value.OfKey key : levels) {
      Expression value = new Expression.Property(rows.column(key.column()), key.key(), Type.NUMBER);
      columns.add(new Named(level(key), value));
      columns.add(
          new Named(
              has(key),
              call(
                  Function.IF,
                  call(Function.IS_NULL, value),
                  Expression.integer(0),
                  Expression.integer(1))));
    }
    return new Plan.Project(rows, columns);
  }

  /**
   * The rows with dimensions as columns of their own, and for each level whether it is its series'
   * last in the group.
   */
  static Plan placed(Plan rows, List<Named> dimensions, List<Value.OfKey> levels) {
    List<Named> columns = new ArrayList<>(dimensions);
    rows.columns().forEach(c -> columns.add(new Named(c.name(), rows.column(c.name()))));
    Plan placed =
        withLevels(
            new Plan.Project(rows, columns),
            levels.stream()
                .filter(key -> rows.columns().stream().noneMatch(c -> c.name().equals(level(key))))
                .toList());
    for (Value.OfKey key : levels) {
      List<String> partition = new ArrayList<>(dimensions.stream().map(Named::name).toList());
      partition.addAll(List.of(PROFILE, PLATFORM, has(key)));
      placed =
          new Window(
              placed,
              partition,
              List.of(new Sort.By(DATE, true)),
              List.of(Over.rowNumber(place(key))));
    }
    return placed;
  }

  /** The level where it is its series' last in the group, else null. */
  static Expression last(Plan placed, Value.OfKey key) {
    return call(
        Function.IF,
        call(Function.EQUAL, placed.column(place(key)), Expression.integer(1)),
        placed.column(level(key)),
        new Expression.Literal(null, Type.NUMBER));
  }

  /** The level where there is one before it, else null. */
  static Expression later(Plan rows, Value.OfKey key) {
    return call(
        Function.IF,
        call(Function.IS_NULL, rows.column(before(key))),
        new Expression.Literal(null, Type.NUMBER),
        rows.column(level(key)));
  }

  /** The level before. */
  static Expression earlier(Plan rows, Value.OfKey key) {
    return rows.column(before(key));
  }

  private static String level(Value.OfKey key) {
    return "level_" + key.key();
  }

  private static String has(Value.OfKey key) {
    return "has_" + key.key();
  }

  private static String before(Value.OfKey key) {
    return "before_" + key.key();
  }

  private static String previous(Value.OfKey key) {
    return "previous_" + key.key();
  }

  private static String base(Value.OfKey key) {
    return "base_" + key.key();
  }

  private static String place(Value.OfKey key) {
    return "place_" + key.key();
  }
}
