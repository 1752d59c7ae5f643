package dev.facet.store;

import dev.facet.model.Table;
import dev.facet.plan.Plan;
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

  /** A store that brings its events in order after every batch. */
  private Store sorted() {
    return new Sorted(DuckDbStore.open(directory.resolve("sorted"), DuckDbSettings.DEFAULT));
  }

  private record Sorted(DuckDbStore store) implements Store {
    @Override
    public Table run(long project, Plan plan) {
      return store.run(project, plan);
    }

    @Override
    public void apply(Batch batch) {
      store.apply(batch);
      store.sort(1);
    }

    @Override
    public long position() {
      return store.position();
    }

    @Override
    public long position(long project) {
      return store.position(project);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @Nested
  class Batches extends StoreContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  /** The same with events in order and in parts. */
  @Nested
  class SortedBatches extends StoreContract {
    @Override
    Store empty() {
      return sorted();
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

  @Nested
  class SortedProperties extends PropertyContract {
    @Override
    Store empty() {
      return sorted();
    }
  }

  @Nested
  class Functions extends FunctionContract {
    @Override
    Store empty() {
      return opened();
    }
  }

  @Nested
  class Library extends LibraryContract {
    @Override
    Store empty() {
      return opened();
    }
  }
}
