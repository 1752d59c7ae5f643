package dev.facet.definition.file;

import dev.facet.catalog.Catalog;
import java.time.InstantSource;
import java.util.Optional;

/** The files of all organisations. Safe for use by many threads. */
public record DataFiles(Catalog catalog, InstantSource clock) {

  /** The organisation's file of this address. */
  public Optional<DataFile> find(long organisation, String uri) {
    return catalog.read(transaction -> new DataFileRows(transaction, organisation).find(uri));
  }

  /** Keeps a file, in the place of the one that had its address. */
  public void put(long organisation, DataFile file) {
    catalog.write(
        transaction -> {
          new DataFileRows(transaction, organisation).put(file, clock.instant());
          return true;
        });
  }
}
