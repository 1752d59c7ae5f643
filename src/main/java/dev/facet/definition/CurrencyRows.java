package dev.facet.definition;

import dev.facet.catalog.Transaction;
import java.util.Optional;

/** The currency that one project's money is converted to. */
record CurrencyRows(Transaction transaction, long project) {

  Optional<String> find() {
    return transaction
        .handle()
        .createQuery("SELECT currency FROM reporting_currencies WHERE project = :project")
        .bind("project", project)
        .mapTo(String.class)
        .findOne();
  }

  void insert(String currency) {
    transaction
        .handle()
        .createUpdate(
            "INSERT INTO reporting_currencies (project, currency) VALUES (:project, :currency)")
        .bind("project", project)
        .bind("currency", currency)
        .execute();
  }

  void remove() {
    transaction
        .handle()
        .createUpdate("DELETE FROM reporting_currencies WHERE project = :project")
        .bind("project", project)
        .execute();
  }
}
