package dev.facet.store;

import dev.facet.store.memory.MemoryStore;
import org.junit.jupiter.api.Nested;

class MemoryStoreTest {
  @Nested
  class Batches extends StoreContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Properties extends PropertyContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Expressions extends ExpressionContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Plans extends PlanContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Nodes extends NodeContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Aggregations extends AggregationContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Functions extends FunctionContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }

  @Nested
  class Library extends LibraryContract {
    @Override
    Store empty() {
      return new MemoryStore();
    }
  }
}
