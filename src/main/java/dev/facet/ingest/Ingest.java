package dev.facet.ingest;

import dev.facet.model.Event;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The write path: what is accepted here is on disk, and soon in the store. Safe for use by many
 * threads.
 */
public final class Ingest implements AutoCloseable {
  /** How many events the store may lack before new ones have to wait. */
  private static final long LAG = 500_000;

  /** How long a request is held back when the store lacks twice that many; less before. */
  private static final Duration BRAKE = Duration.ofMillis(200);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FLUSH = Duration.ofSeconds(60);

  private final Journal journal;
  private final Applier applier;

  private final long lag;
  private final Duration patience;

  private Ingest(Journal journal, Applier applier, long lag, Duration patience) {
    this.journal = journal;
    this.applier = applier;
    this.lag = lag;
    this.patience = patience;
  }

  /**
   * Opens the journal under the data directory and begins to carry into the store what it lacks. An
   * empty store is filled from the whole journal.
   */
  public static Ingest open(Path data, Store store) throws IOException {
    return open(data, store, LAG, PATIENCE);
  }

  static Ingest open(Path data, Store store, long lag, Duration patience) throws IOException {
    Journal journal = Journal.open(data.resolve("journal"), store.position());
    Applier applier = new Applier(journal, store);
    applier.start();
    Thread.ofPlatform().name("facet-journal-check").daemon().start(journal::check);
    return new Ingest(journal, applier, lag, patience);
  }

  /**
   * Takes events of one request. Returns, with the position of the last, when they are on disk;
   * queries see them soon after. Waits when the store is far behind, and refuses when that lasts.
   */
  public long accept(long project, List<Event> events) {
    if (events.isEmpty()) {
      return journal.last();
    }
    return accept(new Entry.Events(project, events));
  }

  /**
   * Takes rows of one request for a dataset, as {@link dev.facet.ingest.row.SentRows} reads them;
   * promises what {@link #accept(long, List)} does.
   */
  public long accept(long project, String dataset, List<Map<String, @Nullable Object>> rows) {
    return rows.isEmpty() ? journal.last() : accept(new Entry.Rows(project, dataset, rows));
  }

  private long accept(Entry entry) {
    waitForStore();
    return journal.append(EntryFormat.write(entry), entry.count());
  }

  /**
   * Puts persons into a cohort that is a list; promises what {@link #accept} does. Who is nobody by
   * then is passed over.
   *
   * @param persons uuids or numbers of persons
   */
  public long addMembers(
      long project, long cohort, List<String> distinctIds, List<String> persons) {
    if (distinctIds.isEmpty() && persons.isEmpty()) {
      return journal.last();
    }
    waitForStore();
    List<String> ids = distinctIds.stream().map(DistinctIds::cut).toList();
    Entry.Members entry = new Entry.Members(project, cohort, ids, persons);
    return journal.append(EntryFormat.write(entry), entry.count());
  }

  /**
   * Grows whenever data taught something that definitions are made of: a type of a property or of a
   * group.
   */
  public long taught() {
    return applier.taught();
  }

  /**
   * Slows senders down bit by bit once the store is far behind, so that none of them waits long,
   * and makes them wait for it a quarter later.
   */
  private void waitForStore() {
    if (applier.isRebuilding()) {
      return;
    }
    long last = journal.last();
    long tooMuch = last - applier.applied() - lag;
    boolean going = tooMuch <= 0 || await(last, BRAKE.multipliedBy(tooMuch).dividedBy(lag));
    if (!going && !await(last - lag - lag / 4, patience)) {
      throw new FailureException(
          new Failure.TooMuch(
              "too_far_behind",
              null,
              "More events come in than can be stored: try again in a few seconds.",
              Duration.ofSeconds(5)));
    }
  }

  /** Returns when queries see everything that was accepted before. */
  public void flush() {
    long target = journal.last();
    applier.hurry(target);
    if (!await(target, FLUSH)) {
      throw new FailureException(
          new Failure.Upstream(
              "flush_takes_too_long",
              "What was accepted is safe, but not yet visible after a minute. See /health."));
    }
  }

  /** Waits a while for queries to see what was accepted up to a position; whether they do. */
  public boolean settle(long position, Duration atMost) {
    applier.hurry(position);
    return await(position, atMost);
  }

  private boolean await(long position, Duration atMost) {
    try {
      return applier.applied() >= position || applier.await(position, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Upstream("cancelled", "The request was given up."));
    }
  }

  /** How it is going, for /health. */
  public IngestState state() {
    return new IngestState(
        journal.last(),
        applier.applied(),
        applier.isRebuilding(),
        applier.trouble(),
        journal.damages());
  }

  /** Stops applying, then closes the journal. The store is left open. */
  @Override
  public void close() throws IOException {
    applier.close();
    journal.close();
  }
}
