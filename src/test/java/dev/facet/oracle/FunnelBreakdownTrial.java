package dev.facet.oracle;

import dev.facet.oracle.FunnelBreakdownTrial.Actor;
import dev.facet.oracle.FunnelByTrial.Did;
import dev.facet.oracle.FunnelByTrial.Walk;
import dev.facet.plan.trend.Bins;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Attribution;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a funnel with a breakdown says, found actor by actor by trying every choice of events. */
final class FunnelBreakdownTrial {
  /** The mark of an event that has none. */
  static final int MISSING = -1;

  /** Who did what, and is in which cohorts. */
  record Actor(String id, List<String> cohorts, List<Did> history) {}

  private final FunnelQuery query;
  private final List<Actor> sample;
  private final FunnelByTrial funnel;
  private final List<Predicate<Did>> fits = new ArrayList<>();
  private final int least;
  private final int greatest;

  FunnelBreakdownTrial(FunnelQuery query, List<Actor> actors) {
    this.query = query;
    this.sample = actors.stream().filter(actor -> draw(actor.id()) < query.sampling()).toList();
    for (Series step : query.steps()) {
      String name = ((Series.Subject.Named) step.subject()).event();
      fits.add(did -> did.name().equals(name));
    }
    this.funnel = new FunnelByTrial(query, fits, List.of());
    int[] marks =
        sample.stream()
            .flatMap(actor -> actor.history().stream())
            .filter(did -> did.mark() != MISSING && fitsAny(did))
            .mapToInt(Did::mark)
            .sorted()
            .toArray();
    this.least = marks[0];
    this.greatest = marks[marks.length - 1];
  }

  private boolean fitsAny(Did did) {
    return fits.stream().anyMatch(step -> step.test(did));
  }

  private static double draw(String id) {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(id.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, Arrays.copyOf(sum, 4)).doubleValue() / (1L << 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Dimension> dimensions() {
    return Objects.requireNonNull(query.breakdown()).dimensions();
  }

  private static boolean isCohort(Dimension dimension) {
    return dimension.property().source() == PropertyRef.Source.COHORTS;
  }

  /** The values of an event; of cohorts the one that is meant. */
  private List<String> values(Did did, String cohort) {
    return dimensions().stream().map(one -> value(one, did, cohort)).toList();
  }

  private String value(Dimension dimension, Did did, String cohort) {
    if (isCohort(dimension)) {
      return cohort;
    }
    if (dimension.property().source() == PropertyRef.Source.HOGQL) {
      return did.name() + "!";
    }
    if (did.mark() == MISSING) {
      return "";
    }
    return dimension.bins() == 0 ? "" + did.mark() : bin(did.mark(), dimension.bins());
  }

  private String bin(int mark, int bins) {
    if (mark < least || mark > greatest) {
      return "";
    }
    int place =
        greatest == least
            ? 0
            : Math.min(bins - 1, (int) ((mark - least) * (double) bins / (greatest - least)));
    return new Bins(least, greatest, bins).label(place);
  }

  /** What is counted: whose values, and when and how far. */
  private record Counted(List<String> values, long hour, int depth) {}

  Map<List<String>, Object> answer() {
    List<Counted> counted = new ArrayList<>();
    boolean byCohort = dimensions().stream().anyMatch(FunnelBreakdownTrial::isCohort);
    for (Actor actor : sample) {
      for (String cohort : byCohort ? actor.cohorts() : List.of("")) {
        add(actor.history(), cohort, counted);
      }
    }
    Map<List<String>, List<Counted>> groups = new LinkedHashMap<>();
    counted.forEach(
        one ->
            groups
                .computeIfAbsent(
                    one.values().stream().map(v -> v.isEmpty() ? Breakdown.NULL : v).toList(),
                    v -> new ArrayList<>())
                .add(one));
    Map<List<String>, Object> answer = new HashMap<>();
    groups.forEach((values, group) -> answer.put(values, told(group)));
    return answer;
  }

  private Object told(List<Counted> group) {
    if (query.view() instanceof FunnelQuery.View.Trend) {
      return rates(group);
    }
    List<Object> counts = new ArrayList<>();
    for (int step = 1; step <= fits.size(); step++) {
      int least = step;
      long count = group.stream().filter(one -> one.depth() >= least).count();
      counts.add((long) Math.rint(count / query.sampling()));
    }
    return counts;
  }

  private Object rates(List<Counted> group) {
    Map<Object, Object> rates = new TreeMap<>();
    group.stream()
        .map(Counted::hour)
        .distinct()
        .forEach(
            hour -> {
              List<Counted> begun = group.stream().filter(one -> one.hour() == hour).toList();
              long all = begun.stream().filter(one -> one.depth() >= fits.size()).count();
              if (all > 0) {
                rates.put(hour, Math.round(10_000.0 * all / begun.size()) / 100.0);
              }
            });
    return rates;
  }

  private void add(List<Did> history, String cohort, List<Counted> counted) {
    if (!(query.attribution() instanceof Attribution.AllEvents)) {
      addWalks(history, history, cohort, counted);
      return;
    }
    history.stream()
        .map(did -> values(did, cohort))
        .distinct()
        .forEach(
            values -> {
              List<Did> own =
                  history.stream().filter(did -> values(did, cohort).equals(values)).toList();
              addWalks(own, history, cohort, counted);
            });
  }

  /** What the events say of their actor. */
  private void addWalks(List<Did> own, List<Did> all, String cohort, List<Counted> counted) {
    if (!(query.view() instanceof FunnelQuery.View.Trend)) {
      Walk best = funnel.best(own);
      if (best != null) {
        add(own, cohort, 0, best.depth(), best.times(), counted);
      }
      return;
    }
    Map<Long, List<Walk>> hours = new TreeMap<>();
    funnel
        .attempts(own)
        .forEach(
            walk ->
                hours.computeIfAbsent(walk.times().getFirst(), h -> new ArrayList<>()).add(walk));
    hours.forEach(
        (hour, walks) -> {
          int depth = walks.stream().mapToInt(Walk::depth).max().orElse(0);
          List<Long> times = new ArrayList<>();
          for (int step = 0; step < depth; step++) {
            int at = step;
            times.add(
                walks.stream()
                    .filter(walk -> walk.depth() > at)
                    .mapToLong(walk -> walk.times().get(at))
                    .min()
                    .orElseThrow());
          }
          add(own, cohort, hour, depth, times, counted);
        });
  }

  private void add(
      List<Did> own, String cohort, long hour, int depth, List<Long> times, List<Counted> counted) {
    List<String> values = attributed(own, cohort, times);
    if (values != null) {
      counted.add(new Counted(values, hour, depth));
    }
  }

  /** The values of one actor; null for those who have none to go by. */
  private @Nullable List<String> attributed(List<Did> own, String cohort, List<Long> times) {
    Comparator<Did> order = Comparator.comparingLong(Did::time).thenComparing(this::rank);
    Comparator<Did> smallest =
        Comparator.comparing(did -> values(did, cohort), FunnelBreakdownTrial::compare);
    List<Did> fitting = own.stream().filter(this::fitsAny).toList();
    boolean onlyCohorts = dimensions().stream().allMatch(FunnelBreakdownTrial::isCohort);
    if (onlyCohorts) {
      return values(fitting.getFirst(), cohort);
    }
    List<String> none = dimensions().stream().map(one -> isCohort(one) ? cohort : "").toList();
    return switch (query.attribution()) {
      case Attribution.AllEvents() -> values(fitting.getFirst(), cohort);
      case Attribution.FirstTouch() ->
          fitting.stream()
              .filter(did -> isPresent(did, cohort))
              .min(order.thenComparing(smallest))
              .map(did -> values(did, cohort))
              .orElse(none);
      case Attribution.LastTouch() ->
          fitting.stream()
              .filter(did -> isPresent(did, cohort))
              .min(order.reversed().thenComparing(smallest))
              .map(did -> values(did, cohort))
              .orElse(none);
      case Attribution.AtStep(int step) ->
          step >= times.size()
              ? null
              : fitting.stream()
                  .filter(did -> did.time() == times.get(step))
                  .filter(
                      did ->
                          query.order() == FunnelQuery.Order.UNORDERED || fits.get(step).test(did))
                  .min(order.thenComparing(smallest))
                  .map(did -> values(did, cohort))
                  .orElseThrow();
    };
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private boolean isPresent(Did did, String cohort) {
    List<String> values = values(did, cohort);
    return IntStream.range(0, values.size())
        .anyMatch(i -> !isCohort(dimensions().get(i)) && !values.get(i).isEmpty());
  }

  private long rank(Did did) {
    long mask = 0;
    int first = fits.size();
    for (int step = fits.size() - 1; step >= 0; step--) {
      if (fits.get(step).test(did)) {
        mask |= 1L << step;
        first = step;
      }
    }
    return ((long) first << fits.size()) + mask;
  }
}
