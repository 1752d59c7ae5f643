package dev.facet.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Shares the machine's cores out among the queries under way. A single one gets all of them; many
 * at a time get one each, which takes a fifth less processor time: nothing is divided and brought
 * together again. Changing that takes milliseconds, so it stays for a while. The object's lock
 * guards all of it.
 */
final class Cores {
  private static final long STAYS = TimeUnit.SECONDS.toNanos(2);

  private final int all;
  private int used;
  private int threads;
  private long crowded;

  /**
   * @param all how many threads the engine was started with
   */
  Cores(int all) {
    this.all = all;
    this.threads = all;
  }

  /** A query begins. Each runs on a thread of its caller, the engine's own come on top. */
  synchronized void enter(Connection connection) throws SQLException {
    used++;
    long now = System.nanoTime();
    crowded = used > 1 ? now : crowded;
    int wanted = Math.max(1, all - used + 1);
    if (wanted < threads || wanted > threads && used == 1 && now - crowded > STAYS) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET threads = " + wanted);
      }
      threads = wanted;
    }
  }

  /** A query has ended. */
  synchronized void leave() {
    used--;
  }
}
