package dev.facet.store;

import dev.facet.store.memory.MemoryStore;

class MemoryStoreTest extends StoreContract {
  @Override
  Store empty() {
    return new MemoryStore();
  }
}
