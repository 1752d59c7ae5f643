package dev.facet.store;

import dev.facet.store.memory.MemoryStore;

class MemoryPlanTest extends PlanContract {
  @Override
  Store empty() {
    return new MemoryStore();
  }
}
