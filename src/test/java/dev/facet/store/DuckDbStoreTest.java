package dev.facet.store;

import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest {
  @TempDir Path directory;

  private Store opened() {
    return DuckDbStore.open(directory.resolve("store"), DuckDbSettings.DEFAULT);
  }

  @Nested
  class Batches extends StoreContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  @Nested
  class Properties extends PropertyContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  @Nested
  class Expressions extends ExpressionContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  @Nested
  class Plans extends PlanContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  @Nested
  class Nodes extends NodeContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  @Nested
  class Aggregations extends AggregationContract {
    @Override
    Store empty() {
      return opened();
    }
  }
}
