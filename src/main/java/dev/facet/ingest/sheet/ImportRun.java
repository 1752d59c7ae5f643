package dev.facet.ingest.sheet;

import java.time.Instant;

/**
 * What became of a file that was put into a dataset.
 *
 * @param file its name, empty when it was not said
 * @param changedAt when its last part came
 * @param done whether no part is to follow
 */
public record ImportRun(
    long id,
    String dataset,
    String file,
    long user,
    Instant startedAt,
    Instant changedAt,
    Counts counts,
    boolean done) {

  /** How many rows there were of which kind; those warned of are among the accepted. */
  public record Counts(long accepted, long rejected, long warned) {
    static final Counts NONE = new Counts(0, 0, 0);
  }
}
