package dev.facet.access;

import dev.facet.catalog.Transaction;
import dev.facet.model.Micros;
import java.time.Instant;
import java.util.Map;

/** What bootstrap plans made, by name. */
record BootstrapRows(Transaction transaction) {

  /** Notes the name; false when it was noted before. */
  boolean note(String name, Instant at) {
    return transaction
            .handle()
            .createUpdate(
                "INSERT INTO bootstrapped (name, at) VALUES (:name, :at) ON CONFLICT DO NOTHING")
            .bindMap(Map.of("name", name, "at", Micros.of(at)))
            .execute()
        == 1;
  }

  boolean has(String name) {
    return transaction
        .handle()
        .createQuery("SELECT name FROM bootstrapped WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }
}
