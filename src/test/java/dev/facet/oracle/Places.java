package dev.facet.oracle;

import dev.facet.model.Place;
import dev.facet.query.Action;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.Cohort.Times;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.PropertyRef;
import dev.facet.query.text.SelectorText;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Projects in which {@link RandomQueries} are asked, with what is defined there. */
final class Places {
  static final long LISTED = 1;
  static final int COHORTS = 5;
  static final int ACTIONS = 3;

  static final List<Definitions> ALL =
      List.of(
          definitions("America/New_York", DayOfWeek.SUNDAY),
          definitions("Australia/Lord_Howe", DayOfWeek.MONDAY));

  private Places() {}

  private static Definitions definitions(String zone, DayOfWeek weekStart) {
    return new Definitions(
        ZoneId.of(zone),
        weekStart,
        event("$browser", Filter.Operator.IS_NOT, "Firefox"),
        byId(cohorts(), Cohort::id),
        byId(actions(), Action::id));
  }

  private static <T> Map<Long, T> byId(List<T> all, Function<T, Long> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static List<Action> actions() {
    return List.of(
        new Action(1, "Signs up", List.of(new Action.Step("signup", Filter.ALL))),
        new Action(
            2,
            "Clicks or pays",
            List.of(
                new Action.Step(null, SelectorText.parse("div > a.link[href='/x']", "selector")),
                new Action.Step("注文", new Filter.InCohort(LISTED, Place.NONE)))),
        new Action(3, "Nothing", List.of()));
  }

  private static List<Cohort> cohorts() {
    Criterion chrome =
        new Criterion.Has(
            new Filter.Compare(
                new PropertyRef(PropertyRef.Source.PERSON, "$browser"),
                Filter.Operator.ICONTAINS,
                List.of("chrome")));
    return List.of(
        new Cohort(LISTED, "listed", new Cohort.Rule.Listed()),
        computed(2, chrome),
        computed(
            3,
            new Criterion.Any(
                List.of(
                    did("signup", null, "30d", Times.AT_LEAST, 10),
                    did(null, 2L, null, Times.EXACTLY, 8)))),
        computed(
            4,
            new Criterion.All(
                List.of(
                    new Criterion.Not(new Criterion.In(LISTED)),
                    new Criterion.Not(chrome),
                    did("$pageview", null, "2w", Times.AT_MOST, 3)))),
        computed(5, new Criterion.Any(List.of(new Criterion.In(4), new Criterion.In(2), chrome))));
  }

  private static Cohort computed(long id, Criterion criterion) {
    return new Cohort(id, "cohort " + id, new Cohort.Rule.Computed(criterion));
  }

  private static Criterion did(
      @Nullable String event, @Nullable Long action, @Nullable String within, Times times, int n) {
    DateBound.Relative back = within == null ? null : DateText.parseRelative(within, "within");
    return new Criterion.Did(
        event, action, event("flag", Filter.Operator.IS_SET, "x"), back, times, n);
  }

  private static Filter event(String key, Filter.Operator operator, String value) {
    return new Filter.Compare(
        new PropertyRef(PropertyRef.Source.EVENT, key), operator, List.of(value));
  }
}
