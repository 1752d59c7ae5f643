package dev.facet.store;

import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DuckDbPlanTest extends PlanContract {
  @TempDir Path directory;

  @Override
  Store empty() {
    return DuckDbStore.open(directory.resolve("store"), DuckDbSettings.DEFAULT);
  }
}
