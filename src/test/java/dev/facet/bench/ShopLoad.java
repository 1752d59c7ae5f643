package dev.facet.bench;

import dev.facet.dataset.Datasets;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the data set of the measurements: arguments are a directory and how many events. */
public final class ShopLoad {
  private static final int BATCH = 10_000;
  private static final long PROJECT = 1;

  private ShopLoad() {}

  public static void main(String[] args) {
    try (Store store = DuckDbStore.open(Path.of(args[0]), DuckDbSettings.DEFAULT)) {
      if (store.position() > 0) {
        System.out.println("There is something in " + args[0] + " already.");
        return;
      }
      persons(store);
      events(store, Long.parseLong(args[1]));
    }
  }

  private static void persons(Store store) {
    for (long first = 0; first < ShopRows.PERSONS; first += BATCH) {
      List<List<@Nullable Object>> rows = new ArrayList<>(BATCH);
      for (long number = first; number < first + BATCH; number++) {
        rows.add(ShopRows.person(number));
      }
      store.apply(
          new Batch(
              store.position() + 1,
              List.of(new Batch.Change.Append(PROJECT, Datasets.PERSONS, rows))));
    }
  }

  private static void events(Store store, long count) {
    ShopRows shop = new ShopRows(count);
    long loaded = 0;
    long busy = 0;
    long slowest = 0;
    List<List<@Nullable Object>> rows = shop.next(BATCH);
    while (!rows.isEmpty()) {
      long started = System.nanoTime();
      store.apply(
          new Batch(
              store.position() + 1,
              List.of(new Batch.Change.Append(PROJECT, Datasets.EVENTS, rows))));
      long took = System.nanoTime() - started;
      busy += took;
      slowest = Math.max(slowest, took);
      loaded += rows.size();
      if (loaded % 500_000 == 0) {
        System.out.printf(
            Locale.ROOT,
            "%d events, %.0f a second, slowest batch %d ms, resident %d MB, at most %d MB%n",
            loaded,
            loaded / (busy / 1e9),
            slowest / 1_000_000,
            Memory.resident(),
            Memory.most());
        slowest = 0;
      }
      rows = shop.next(BATCH);
    }
  }
}
