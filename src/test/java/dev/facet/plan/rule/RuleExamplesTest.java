package dev.facet.plan.rule;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;
import static dev.facet.plan.Expression.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.fact.Terms;
import dev.facet.plan.time.WallClock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One plan before and after each rule. */
class RuleExamplesTest {
  private static final Plan EVENTS = new Plan.Scan(Datasets.EVENTS);
  private static final Plan PERSONS = new Plan.Scan(Datasets.PERSONS);
  private static final Expression TIME = EVENTS.column("timestamp");
  private static final Expression PERSON = EVENTS.column("person");
  private static final Expression SIGNUP =
      call(Function.EQUAL, EVENTS.column("event"), Expression.text("signup"));
  private static final Expression EARLY = call(Function.LESS, TIME, time(9));
  private static final Expression TRUE = Expression.bool(true);
  private static final Expression NO_ANSWER = new Expression.Literal(null, Type.BOOLEAN);

  private static Plan filter(Plan input, Expression... conditions) {
    return new Plan.Filter(input, Terms.all(List.of(conditions)));
  }

  private static Plan project(Plan input, String name, Expression value) {
    return new Plan.Project(input, List.of(new Named(name, value)));
  }

  private static Plan none(Plan like) {
    return new Plan.Values(like.columns(), List.of());
  }

  private static void check(Rule rule, Plan before, Plan after) {
    assertThat(Rules.apply(before, List.of(rule))).isEqualTo(after);
  }

  @Test
  void what_is_known_without_a_row_is_computed_once() {
    Expression same = call(Function.EQUAL, integer(1), integer(1));
    check(
        new SimplifyExpressions(),
        filter(EVENTS, call(Function.AND, same, call(Function.IF, same, EARLY, SIGNUP)), EARLY),
        filter(EVENTS, EARLY));
  }

  @Test
  void a_choice_that_gives_nothing_is_two_conditions() {
    Expression missing = call(Function.IS_NULL, PERSON);
    check(
        new SplitChoices(),
        filter(EVENTS, call(Function.IF, missing, NO_ANSWER, EARLY)),
        filter(EVENTS, call(Function.NOT, missing), EARLY));
  }

  @Test
  void filters_become_one() {
    check(
        new MergeFilters(),
        filter(filter(EVENTS, EARLY), SIGNUP, EARLY),
        filter(EVENTS, EARLY, SIGNUP));
  }

  @Test
  void a_filter_that_lets_all_through_goes() {
    check(new DropTrueFilter(), filter(EVENTS, TRUE), EVENTS);
  }

  @Test
  void what_comes_of_no_rows_is_not_computed() {
    check(
        new DropEmptyRows(),
        new Plan.Union(List.of(filter(EVENTS, NO_ANSWER), EVENTS, none(EVENTS))),
        EVENTS);
  }

  @Test
  void a_filter_goes_below_a_projection() {
    Plan named = project(EVENTS, "at", TIME);
    check(
        new PushFilterIntoProjection(),
        filter(named, call(Function.LESS, named.column("at"), time(9))),
        project(filter(EVENTS, EARLY), "at", TIME));
  }

  @Test
  void work_is_not_repeated_by_a_filter() {
    Expression sum = call(Function.ADD, PERSON, integer(1));
    Plan summed = project(EVENTS, "sum", sum);
    Expression twice = call(Function.EQUAL, summed.column("sum"), summed.column("sum"));
    check(new PushFilterIntoProjection(), filter(summed, twice), filter(summed, twice));
  }

  @Test
  void a_filter_goes_into_each_part_of_a_union() {
    Plan one = project(EVENTS, "a", PERSON);
    Plan other = project(PERSONS, "b", PERSONS.column("person"));
    Plan union = new Plan.Union(List.of(one, other));
    check(
        new PushFilterIntoUnion(),
        filter(union, call(Function.LESS, union.column("a"), integer(3))),
        new Plan.Union(
            List.of(
                filter(one, call(Function.LESS, one.column("a"), integer(3))),
                filter(other, call(Function.LESS, other.column("b"), integer(3))))));
  }

  @Test
  void a_filter_of_keys_goes_below_the_groups() {
    List<Named> keys = List.of(new Named("who", PERSON));
    List<Aggregation> counts = List.of(new Aggregation("n", Aggregation.Kind.COUNT, null));
    Plan groups = new Plan.Aggregate(EVENTS, keys, counts);
    Expression often = call(Function.LESS, integer(2), groups.column("n"));
    check(
        new PushFilterIntoGroups(),
        filter(groups, call(Function.EQUAL, groups.column("who"), integer(7)), often),
        filter(
            new Plan.Aggregate(
                filter(EVENTS, call(Function.EQUAL, PERSON, integer(7))), keys, counts),
            often));
  }

  @Test
  void what_all_sums_ask_for_is_asked_of_the_rows() {
    Expression none = new Expression.Literal(null, Type.INTEGER);
    Expression both = Terms.all(List.of(SIGNUP, EARLY));
    Aggregation rows = new Aggregation("rows", Aggregation.Kind.COUNT, null);
    Aggregation persons = new Aggregation("persons", Aggregation.Kind.COUNT_DISTINCT, PERSON);
    Expression chosen = call(Function.IF, both, PERSON, none);
    check(
        new FilterBeforeSums(),
        new Plan.Aggregate(
            EVENTS,
            List.of(),
            List.of(
                rows.where(SIGNUP),
                new Aggregation("persons", Aggregation.Kind.COUNT_DISTINCT, chosen))),
        new Plan.Aggregate(
            filter(EVENTS, SIGNUP),
            List.of(),
            List.of(
                rows,
                new Aggregation(
                    "persons",
                    Aggregation.Kind.COUNT_DISTINCT,
                    call(Function.IF, EARLY, PERSON, none)))));
    Plan grouped =
        new Plan.Aggregate(
            EVENTS, List.of(new Named("who", PERSON)), List.of(rows.where(SIGNUP), persons));
    check(new FilterBeforeSums(), grouped, grouped);
  }

  private static Join join(Join.Kind kind, Plan left) {
    Plan right = project(PERSONS, "known", PERSONS.column("person"));
    return new Join(kind, left, right, List.of(new Join.On("person", "known")), false);
  }

  @Test
  void a_filter_goes_into_the_sides_of_a_join() {
    Plan left = project(EVENTS, "person", PERSON);
    Join join = join(Join.Kind.INNER, left);
    Expression some = call(Function.LESS, left.column("person"), integer(3));
    Expression others = call(Function.LESS, integer(1), join.column("known"));
    check(
        new PushFilterIntoJoin(),
        filter(join, some, others),
        Nodes.over(join, filter(left, some), filter(join.right(), others)));
  }

  @Test
  void rows_without_a_partner_are_kept_by_an_anti_join() {
    Join left = join(Join.Kind.LEFT, project(EVENTS, "person", PERSON));
    Plan anti = join(Join.Kind.ANTI, project(EVENTS, "person", PERSON));
    check(
        new UseAntiJoin(),
        filter(left, call(Function.IS_NULL, left.column("known"))),
        new Plan.Project(
            anti,
            List.of(
                new Named("person", anti.column("person")),
                new Named("known", new Expression.Literal(null, Type.INTEGER)))));
  }

  @Test
  void a_partner_that_is_needed_makes_a_join_inner() {
    Join left = join(Join.Kind.LEFT, EVENTS);
    Expression there = call(Function.LESS, left.column("known"), integer(3));
    check(new UseInnerJoin(), filter(left, there), filter(join(Join.Kind.INNER, EVENTS), there));
  }

  @Test
  void a_condition_on_a_day_is_one_on_the_time() {
    Expression day = new WallClock(ZoneId.of("Asia/Kathmandu")).date(TIME);
    long utc = 19_675 * Micros.DAY;
    long early = 5 * Micros.HOUR + 45 * Micros.MINUTE;
    Plan asked =
        filter(EVENTS, call(Function.EQUAL, day, new Expression.Literal(19_675L, Type.DATE)));
    assertThat(Rules.apply(asked).toString())
        .contains("value=" + (utc - early) + ",")
        .contains("value=" + (utc - early + Micros.DAY) + ",");
  }

  @Test
  void a_bound_that_another_one_implies_goes() {
    Expression late = call(Function.LESS_OR_EQUAL, time(5), TIME);
    check(
        new DropImpliedBounds(),
        filter(EVENTS, call(Function.LESS, time(3), TIME), late, EARLY, late),
        filter(EVENTS, EARLY, late));
  }

  @Test
  void steps_that_no_row_can_see_go() {
    Expression.Steps steps =
        new Expression.Steps(TIME, List.of(1L, 7L, 9L), List.of(0L, 1L, 2L, 3L), Type.INTEGER);
    Plan some = filter(EVENTS, call(Function.LESS_OR_EQUAL, time(5), TIME), EARLY);
    check(
        new NarrowSteps(),
        project(some, "offset", steps),
        project(
            some,
            "offset",
            new Expression.Steps(TIME, List.of(7L), List.of(1L, 2L), Type.INTEGER)));
  }

  @Test
  void projections_become_one_unless_work_would_be_done_twice() {
    Plan inner = project(EVENTS, "sum", call(Function.ADD, PERSON, integer(1)));
    Expression sum = inner.column("sum");
    check(
        new MergeProjections(),
        project(inner, "c", call(Function.MULTIPLY, sum, integer(2))),
        project(
            EVENTS,
            "c",
            call(Function.MULTIPLY, call(Function.ADD, PERSON, integer(1)), integer(2))));
    Plan twice = project(inner, "c", call(Function.MULTIPLY, sum, sum));
    check(new MergeProjections(), twice, twice);
  }

  @Test
  void nothing_is_sorted_for_groups() {
    Plan sorted = new Plan.Sort(EVENTS, List.of(new Plan.Sort.By("timestamp", false)));
    List<Named> keys = List.of(new Named("who", PERSON));
    check(
        new DropSorting(),
        new Plan.Aggregate(sorted, keys, List.of()),
        new Plan.Aggregate(EVENTS, keys, List.of()));
  }

  @Test
  void rows_that_several_read_are_kept_as_they_are() {
    Plan groups = new Plan.Aggregate(EVENTS, List.of(new Named("who", PERSON)), List.of());
    Plan both =
        new Plan.Union(
            List.of(groups, filter(groups, call(Function.LESS, groups.column("who"), integer(3)))));
    assertThat(Rules.apply(both)).isEqualTo(both);
    assertThat(both.columns()).containsExactly(new Column("who", Type.INTEGER));
  }
}
