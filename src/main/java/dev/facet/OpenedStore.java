package dev.facet;

import dev.facet.model.FailureException;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.duckdb.UnreadableStoreException;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * The store that the configuration names, opened.
 *
 * @param notices what an operator should know about how that went
 */
record OpenedStore(Store store, List<String> notices) {

  /** Opens the store; one that cannot be read is moved aside and begun anew from the journal. */
  static OpenedStore open(Config config, InstantSource clock) throws IOException {
    return switch (config.storeUrl()) {
      case "" -> duckDb(config, clock);
      case "memory:" -> new OpenedStore(new MemoryStore(), List.of());
      default ->
          throw FailureException.invalid(
              "configuration",
              "store.url",
              "store.url is empty or memory:, not '" + config.storeUrl() + "'.");
    };
  }

  private static OpenedStore duckDb(Config config, InstantSource clock) throws IOException {
    Path directory = config.data().resolve("store");
    DuckDbSettings settings = settings(config);
    try {
      return new OpenedStore(DuckDbStore.open(directory, settings), List.of());
    } catch (UnreadableStoreException e) {
      Path aside = config.data().resolve("store-unreadable-" + clock.millis());
      Files.move(directory, aside);
      String notice =
          "The store could not be read and is rebuilt from the journal; its files were moved to "
              + aside.getFileName()
              + ".";
      System.getLogger(OpenedStore.class.getName()).log(Level.WARNING, notice, e);
      return new OpenedStore(DuckDbStore.open(directory, settings), List.of(notice));
    }
  }

  private static DuckDbSettings settings(Config config) {
    int cores = Runtime.getRuntime().availableProcessors();
    DuckDbSettings standard = DuckDbSettings.DEFAULT;
    return new DuckDbSettings(
        cores,
        Math.max(standard.readers(), config.limits().parallelQueries()),
        config.storeMemory(),
        standard.checkpointMegabytes(),
        standard.promotedKeys(),
        config.limits().queryTime());
  }
}
