package dev.facet.definition.file;

import dev.facet.catalog.Transaction;
import dev.facet.catalog.Where;
import dev.facet.model.Micros;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The files of one organisation in the catalog. */
record DataFileRows(Transaction transaction, long organisation) {

  Optional<DataFile> find(String uri) {
    return new Where()
        .and("organisation = :organisation", "organisation", organisation)
        .and("uri = :uri", "uri", uri)
        .query(transaction, "SELECT uri, name, body FROM data_files", "")
        .map(
            (row, context) ->
                new DataFile(row.getString("uri"), row.getString("name"), row.getString("body")))
        .findOne();
  }

  /** Puts the file in the place of the one that had its address. */
  void put(DataFile file, Instant at) {
    transaction
        .handle()
        .createUpdate(
            """
            INSERT INTO data_files (organisation, uri, name, body, at)
            VALUES (:organisation, :uri, :name, :body, :at)
            ON CONFLICT (organisation, uri)
            DO UPDATE SET name = excluded.name, body = excluded.body, at = excluded.at""")
        .bindMap(
            Map.of(
                "organisation", organisation,
                "uri", file.uri(),
                "name", file.name(),
                "body", file.body(),
                "at", Micros.of(at)))
        .execute();
  }
}
