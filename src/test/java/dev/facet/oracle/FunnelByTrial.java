package dev.facet.oracle;

import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Exclusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a funnel says of one actor, found by trying every choice of events: slow, and nothing like
 * what stores do.
 *
 * @param steps which events fit each step
 * @param excluded which events each exclusion is about
 */
record FunnelByTrial(FunnelQuery query, List<Predicate<Did>> steps, List<Predicate<Did>> excluded) {

  /** An event: when, its name, a mark, and what the breakdown reads of it. */
  record Did(long time, String name, int mark) {}

  /** When each step was reached, as far as it went. */
  record Walk(List<Long> times, boolean clean) {
    int depth() {
      return times.size();
    }
  }

  private static final Comparator<List<Long>> EARLIEST =
      (one, other) ->
          IntStream.range(0, one.size())
              .map(i -> Long.compare(one.get(i), other.get(i)))
              .filter(order -> order != 0)
              .findFirst()
              .orElse(0);

  /** The attempt that counts; null when there is none or an excluded event lies in it. */
  @Nullable Walk best(List<Did> history) {
    return attempts(history).stream()
        .min(
            Comparator.comparingInt((Walk walk) -> -walk.depth())
                .thenComparing(walk -> !walk.clean())
                .thenComparing(walk -> walk.times().getLast())
                .thenComparing(walk -> -walk.times().getFirst())
                .thenComparing(Walk::times, EARLIEST))
        .filter(Walk::clean)
        .orElse(null);
  }

  /** For each event that may begin an attempt the furthest walk, of those the earliest. */
  List<Walk> attempts(List<Did> history) {
    List<Did> sorted = new ArrayList<>(history);
    sorted.sort(Comparator.comparingLong(Did::time).thenComparing(this::fits, this::before));
    List<Walk> attempts = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      List<List<Long>> walks = new ArrayList<>();
      walk(sorted, i, new ArrayList<>(), new ArrayList<>(), walks);
      int most = walks.stream().mapToInt(List::size).max().orElse(0);
      walks.stream()
          .filter(walk -> walk.size() == most)
          .min(EARLIEST)
          .ifPresent(walk -> attempts.add(new Walk(walk, isClean(walk, history))));
    }
    return attempts;
  }

  private List<Integer> fits(Did did) {
    return IntStream.range(0, steps.size()).filter(s -> steps.get(s).test(did)).boxed().toList();
  }

  /** Which of two events of one instant comes first: by the first step, then by the later ones. */
  private int before(List<Integer> one, List<Integer> other) {
    int first = Integer.compare(first(one), first(other));
    return first != 0 ? first : Long.compare(mask(one), mask(other));
  }

  private int first(List<Integer> fits) {
    return fits.isEmpty() ? steps.size() : fits.getFirst();
  }

  private static long mask(List<Integer> fits) {
    return fits.stream().mapToLong(step -> 1L << step).sum();
  }

  /** Adds every walk that goes on with the event at {@code i}. */
  private void walk(
      List<Did> sorted, int i, List<Long> times, List<Integer> done, List<List<Long>> walks) {
    Did did = sorted.get(i);
    boolean late = !times.isEmpty() && did.time() > times.getFirst() + query.window().micros();
    for (int step : fits(did)) {
      boolean next = query.order() == FunnelQuery.Order.UNORDERED || step == done.size();
      if (!late && next && !done.contains(step)) {
        List<Long> longer = new ArrayList<>(times);
        longer.add(did.time());
        List<Integer> more = new ArrayList<>(done);
        more.add(step);
        walks.add(longer);
        int last =
            query.order() == FunnelQuery.Order.STRICT
                ? Math.min(i + 2, sorted.size())
                : sorted.size();
        for (int j = i + 1; j < last; j++) {
          walk(sorted, j, longer, more, walks);
        }
      }
    }
  }

  private boolean isClean(List<Long> walk, List<Did> history) {
    for (int i = 0; i < excluded.size(); i++) {
      Exclusion exclusion = query.exclusions().get(i);
      if (exclusion.from() >= walk.size()) {
        continue;
      }
      long after = walk.get(exclusion.from());
      long until =
          exclusion.to() < walk.size()
              ? walk.get(exclusion.to())
              : walk.getFirst() + query.window().micros() + 1;
      Predicate<Did> isExcluded = excluded.get(i);
      if (history.stream()
          .anyMatch(did -> isExcluded.test(did) && did.time() > after && did.time() < until)) {
        return false;
      }
    }
    return true;
  }

  /** How many actors reached each step, and how long they took since the step before. */
  List<List<@Nullable Object>> rows(List<List<Did>> histories) {
    List<Walk> best = histories.stream().map(this::best).filter(Objects::nonNull).toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      int at = step;
      double[] took =
          best.stream()
              .filter(walk -> walk.depth() > at)
              .mapToDouble(
                  walk -> at == 0 ? 0 : (walk.times().get(at) - walk.times().get(at - 1)) / 1e6)
              .sorted()
              .toArray();
      List<@Nullable Object> row = new ArrayList<>();
      row.add((long) took.length);
      boolean timed = at > 0 && took.length > 0;
      row.add(
          timed
              ? (Object)
                  IntStream.range(0, took.length).mapToDouble(i -> took[i]).average().orElse(0)
              : null);
      row.add(timed ? (Object) ((took[(took.length - 1) / 2] + took[took.length / 2]) / 2) : null);
      rows.add(row);
    }
    return rows;
  }
}
