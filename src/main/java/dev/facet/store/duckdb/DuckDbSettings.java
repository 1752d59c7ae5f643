package dev.facet.store.duckdb;

import java.time.Duration;

/**
 * How much of the machine the store may use.
 *
 * @param threads how many threads one query uses at most
 * @param readers how many queries run at a time; others wait
 * @param memoryMegabytes memory of the engine, all queries and its cache of the file together
 * @param checkpointMegabytes size of the write-ahead log that is folded into the file while batches
 *     come in; when none come, it is folded in whatever its size
 * @param promotedKeys how many keys of objects get columns of their own, in each table
 * @param queryLimit how long a query may wait and run
 */
public record DuckDbSettings(
    int threads,
    int readers,
    int memoryMegabytes,
    int checkpointMegabytes,
    int promotedKeys,
    Duration queryLimit) {
  public static final DuckDbSettings DEFAULT =
      new DuckDbSettings(2, 4, 768, 256, 120, Duration.ofSeconds(60));
}
