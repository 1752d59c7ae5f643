package dev.facet.plan.event;

import dev.facet.plan.time.Range;
import dev.facet.query.Action;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Breakdown;
import dev.facet.query.Cohort;
import dev.facet.query.Cohort.Criterion;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.PropertyRef;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until when the filters and cohorts of a question mean the same. Dates in them that are relative
 * to now move as time goes by: whole days at midnight, all others with every instant. Date ranges
 * are not looked at. For one question and one thread.
 */
public final class Lasting {
  /** For how long expressions of HogQL are not asked again, as statements are not. */
  private static final Duration WRITTEN = Duration.ofMinutes(1);

  private final Setting setting;
  private final Set<Long> cohorts = new HashSet<>();
  private Instant until = Instant.MAX;

  private Lasting(Setting setting) {
    this.setting = setting;
  }

  public static Instant until(Query query, Setting setting) {
    Lasting lasting = new Lasting(setting);
    lasting.look(query);
    return lasting.until;
  }

  private void look(Query query) {
    switch (query) {
      case TrendQuery of -> {
        look(of.series(), of.filter(), of.testAccounts());
        look(of.breakdown());
      }
      case FunnelQuery of -> {
        look(of.steps(), of.filter(), of.testAccounts());
        of.exclusions().forEach(exclusion -> look(exclusion.series()));
        look(of.breakdown());
        look(of.actor());
      }
      case RetentionQuery of -> {
        look(List.of(of.target(), of.returning()), of.filter(), of.testAccounts());
        look(of.options().actor());
        look(of.options().breakdown());
      }
      case StickinessQuery of -> look(of.series(), of.filter(), of.testAccounts());
      case LifecycleQuery of -> {
        look(List.of(of.series()), of.filter(), of.testAccounts());
        look(of.actor());
      }
      case PathsQuery of -> look(of);
      case SqlQuery of -> look(List.of(), of.filter(), of.testAccounts());
      case SqlQuery.Events of -> look(List.of(), of.filter(), of.testAccounts());
      case ActorsQuery of -> look(List.of(), of.filter(), false);
      case OtqlQuery _ -> setting.definitions().cohorts().keySet().forEach(this::lookAtCohort);
      case CubeQuery of when of.readsSegments() ->
          setting.definitions().cohorts().keySet().forEach(this::lookAtCohort);
      case CubeQuery _, DatasetTree _, ReportQuery _, Query.BusinessWidget _ -> {}
    }
  }

  private void look(PathsQuery paths) {
    look(List.of(), paths.filter(), paths.testAccounts());
    look(paths.actor());
    if (paths.written() != null) {
      ends(setting.now().plus(WRITTEN));
    }
    if (paths.funnel() != null) {
      look(paths.funnel().funnel());
    }
  }

  private void look(List<Series> series, Filter filter, boolean testAccounts) {
    series.forEach(this::look);
    look(filter);
    if (testAccounts) {
      look(setting.definitions().testAccounts());
    }
  }

  private void look(Series series) {
    look(series.filter());
    if (series.subject() instanceof Series.Subject.Done(long action, var _)) {
      lookAtAction(action);
    }
    look(series.measure().actor());
    if (series.measure() instanceof Measure.Computed) {
      ends(setting.now().plus(WRITTEN));
    }
  }

  private void lookAtAction(long id) {
    Action action = setting.definitions().actions().get(id);
    if (action != null) {
      action.steps().forEach(step -> look(step.filter()));
    }
  }

  private void look(Measure.Actor actor) {
    if (actor instanceof Measure.Actor.Computed(PropertyRef value)) {
      look(value);
    }
  }

  private void look(@Nullable Breakdown breakdown) {
    if (breakdown != null) {
      breakdown.dimensions().forEach(dimension -> look(dimension.property()));
    }
  }

  private void look(@Nullable PropertyRef property) {
    if (property == null) {
      return;
    }
    switch (property.source()) {
      case HOGQL -> ends(setting.now().plus(WRITTEN));
      case COHORTS ->
          property.cohorts().stream()
              .filter(id -> !id.equals(PropertyRef.EVERYBODY))
              .forEach(id -> lookAtCohort(Long.parseLong(id)));
      case EVENT, PERSON, SESSION, GROUP, METADATA -> {}
    }
  }

  private void look(Filter filter) {
    switch (filter) {
      case Filter.And(List<Filter> filters) -> filters.forEach(this::look);
      case Filter.Or(List<Filter> filters) -> filters.forEach(this::look);
      case Filter.Not(Filter inner) -> look(inner);
      case Filter.InCohort(long cohort, var _) -> lookAtCohort(cohort);
      case Filter.Hogql _ -> ends(setting.now().plus(WRITTEN));
      case Filter.Element _, Filter.Selected _ -> {}
      case Filter.Compare compare -> look(compare);
    }
  }

  private void look(Filter.Compare compare) {
    switch (compare.operator()) {
      case DATE_EXACT, DATE_BEFORE, DATE_AFTER ->
          compare.values().stream()
              .map(value -> DateText.parse(value, "value"))
              .forEach(this::look);
      case EXACT,
          IS_NOT,
          ICONTAINS,
          NOT_ICONTAINS,
          REGEX,
          NOT_REGEX,
          GT,
          GTE,
          LT,
          LTE,
          BETWEEN,
          NOT_BETWEEN,
          IS_SET,
          IS_NOT_SET,
          CLEAN_PATH_EXACT -> {}
    }
  }

  /** A date to compare with: filters take whole days of it, or the very instant. */
  private void look(@Nullable DateBound bound) {
    if (bound instanceof DateBound.Relative relative) {
      ends(relative.unit().isCalendar() ? midnight() : setting.now().plus(Range.SLIDE));
    }
  }

  private Instant midnight() {
    ZoneId zone = setting.calendar().zone();
    return setting.now().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private void lookAtCohort(long id) {
    Cohort cohort = setting.definitions().cohorts().get(id);
    if (cohort != null
        && cohorts.add(id)
        && cohort.rule() instanceof Cohort.Rule.Computed(Criterion criterion)) {
      look(criterion);
    }
  }

  private void look(Criterion criterion) {
    switch (criterion) {
      case Criterion.All(List<Criterion> criteria) -> criteria.forEach(this::look);
      case Criterion.Any(List<Criterion> criteria) -> criteria.forEach(this::look);
      case Criterion.Not(Criterion inner) -> look(inner);
      case Criterion.Has(Filter filter) -> look(filter);
      case Criterion.In(long cohort) -> lookAtCohort(cohort);
      case Criterion.Did did -> {
        look(did.filter());
        if (did.action() != null) {
          lookAtAction(did.action());
        }
        if (did.within() != null) {
          ends(setting.now().plus(Range.SLIDE));
        }
      }
    }
  }

  private void ends(Instant instant) {
    until = instant.isBefore(until) ? instant : until;
  }
}
