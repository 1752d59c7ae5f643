package dev.facet.schedule;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import java.time.LocalDate;
import java.util.Optional;

/** In the catalog: the last day each task was done for. */
record TaskRows(Transaction transaction) {

  Optional<LocalDate> done(String name) {
    return new Where()
        .and("name = :name", "name", name)
        .query(transaction, "SELECT done FROM daily_tasks", "")
        .mapTo(String.class)
        .findOne()
        .map(LocalDate::parse);
  }

  void done(String name, LocalDate day) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO daily_tasks (name, done) VALUES (:name, :day)
            ON CONFLICT (name) DO UPDATE SET done = excluded.done""")
        .bind("name", name)
        .bind("day", day.toString())
        .execute();
  }
}
