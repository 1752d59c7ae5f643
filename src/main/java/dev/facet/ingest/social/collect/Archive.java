package dev.facet.ingest.social.collect;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.text;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.SocialDatasets;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.store.Store;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what the store knows of an account. A stretch of days is read at once; only what it
 * lacks is looked for further back, one row a metric, so that a long history costs no more.
 */
record Archive(Store store) {
  private static final String DATE = "date";

  /** An account as rows name it. */
  record Place(long project, String profile, String platform) {}

  /**
   * The days from {@code first} to {@code today}, and the earlier levels of metrics.
   *
   * @param metrics whose earlier level is wanted
   */
  Past past(Place place, LocalDate first, LocalDate today, List<String> metrics) {
    SortedMap<LocalDate, Day> days = days(place, first, today);
    Map<String, Double> before = new HashMap<>();
    for (Day day : days.headMap(today).values()) {
      day.level().forEach((metric, value) -> before.put(metric, value));
    }
    for (String metric : metrics) {
      if (!before.containsKey(metric)) {
        earlier(place, first, metric).ifPresent(value -> before.put(metric, value));
      }
    }
    return new Past(days, before);
  }

  private SortedMap<LocalDate, Day> days(Place place, LocalDate first, LocalDate today) {
    Plan all = of(SocialDatasets.PROFILE_SNAPSHOTS, place);
    Plan stretch =
        new Plan.Filter(
            where(all, Function.LESS_OR_EQUAL, today),
            call(Function.LESS_OR_EQUAL, text(first.toString()), all.column(DATE)));
    Plan columns =
        new Plan.Project(
            stretch,
            List.of(
                new Named(DATE, stretch.column(DATE)),
                new Named("level", stretch.column("level")),
                new Named("daily", stretch.column("daily"))));
    SortedMap<LocalDate, Day> days = new TreeMap<>();
    for (List<@Nullable Object> row : store.run(place.project(), columns).rows()) {
      LocalDate date = LocalDate.parse(String.valueOf(row.get(0)));
      days.put(date, new Day(numbers(row.get(1)), numbers(row.get(2))));
    }
    return days;
  }

  /** A metric of the newest snapshot before a day that has it. */
  private Optional<Double> earlier(Place place, LocalDate day, String metric) {
    Plan before = where(of(SocialDatasets.PROFILE_SNAPSHOTS, place), Function.LESS, day);
    Expression value = new Expression.Property(before.column("level"), metric, Type.NUMBER);
    Plan values =
        new Plan.Project(
            before, List.of(new Named(DATE, before.column(DATE)), new Named("value", value)));
    Expression missing = call(Function.IS_NULL, values.column("value"));
    Plan there = new Plan.Filter(values, call(Function.NOT, missing));
    Plan newest = new Plan.Limit(new Plan.Sort(there, List.of(new Plan.Sort.By(DATE, true))), 1, 0);
    return store.run(place.project(), newest).rows().stream()
        .map(row -> Values.number(row.get(1)))
        .findFirst();
  }

  /**
   * By the networks' ids of posts, under which id the store has them: of several that of the one
   * that was uploaded.
   */
  Map<String, String> posts(Place account, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Plan all = of(SocialDatasets.POSTS, account);
    Plan wanted =
        new Plan.Filter(all, new Expression.In(all.column("platform_post_id"), List.copyOf(ids)));
    Expression place =
        call(
            Function.IF,
            call(Function.IS_NULL, wanted.column("request_id")),
            Expression.integer(1),
            Expression.integer(0));
    Plan sorted =
        new Plan.Sort(
            new Plan.Project(
                wanted,
                List.of(
                    new Named("theirs", wanted.column("platform_post_id")),
                    new Named("ours", wanted.column("post_id")),
                    new Named("place", place))),
            List.of(new Plan.Sort.By("place", false), new Plan.Sort.By("ours", false)));
    Map<String, String> known = new HashMap<>();
    for (List<@Nullable Object> row : store.run(account.project(), sorted).rows()) {
      known.putIfAbsent(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
    }
    return known;
  }

  private static Plan of(Dataset dataset, Place place) {
    Plan scan = new Plan.Scan(dataset);
    Plan profile =
        new Plan.Filter(scan, call(Function.EQUAL, scan.column("profile"), text(place.profile())));
    return new Plan.Filter(
        profile, call(Function.EQUAL, profile.column("platform"), text(place.platform())));
  }

  private static Plan where(Plan rows, Function comparison, LocalDate day) {
    return new Plan.Filter(rows, call(comparison, rows.column(DATE), text(day.toString())));
  }

  private static Map<String, Double> numbers(@Nullable Object object) {
    Map<String, Double> numbers = new HashMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (value instanceof Number number) {
              numbers.put(String.valueOf(key), number.doubleValue());
            }
          });
    }
    return numbers;
  }
}
