package dev.facet.ingest;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The append-only log that acknowledges every accepted record. Many threads append; one thread
 * writes what has gathered meanwhile and forces it to disk once for all of them. What is damaged is
 * reported and skipped, never what follows it.
 */
public final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final int WAITING = 4096;
  private static final int GROUP_BYTES = 16 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Segments segments;
  private final SegmentWriter writer;
  private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private final Object lock = new Object();
  private volatile boolean closed;
  private boolean failing;

  @GuardedBy("lock")
  private Mark mark;

  @GuardedBy("lock")
  private final Set<Damage> damages = new LinkedHashSet<>();

  /**
   * How far the journal is safely on disk.
   *
   * @param last the last position
   * @param segment the first position of the newest segment
   * @param end how much of that segment is safe
   */
  record Mark(long last, long segment, long end) {}

  /** Bytes waiting to be written, and whom to tell; without bytes, the request to stop. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Append(byte[] payload, int count, CompletableFuture<Long> position) {
    boolean isStop() {
      return count == 0;
    }
  }

  /**
   * Opens the journal in a folder, or begins one. What an interrupted write left at its end is
   * dropped.
   *
   * @param after a position that the store has already: new ones come after it, whatever became of
   *     the files
   */
  public static Journal open(Path folder, long after) throws IOException {
    return open(folder, after, new FileDisk(), 128L << 20);
  }

  static Journal open(Path folder, long after, Disk disk, long segmentBytes) throws IOException {
    Segments segments = Segments.in(folder);
    SegmentWriter writer = new SegmentWriter(segments, disk, segmentBytes);
    Long newest = segments.last();
    long next = newest == null ? 1 : resume(segments, writer, newest);
    Journal journal = new Journal(segments, writer, Math.max(next, after + 1) - 1);
    journal.thread.start();
    return journal;
  }

  /** Makes the writer go on in the newest segment; the next position. */
  private static long resume(Segments segments, SegmentWriter writer, long newest)
      throws IOException {
    try (SegmentReader reader = new SegmentReader(segments.file(newest), newest)) {
      long size = reader.size();
      while (reader.next(newest, size) != null) {
        // only where the last sound record ends is of interest
      }
      long end = reader.soundEnd();
      if (end == size || reader.isTorn(end, size)) {
        logTorn(segments.file(newest), size - end);
        writer.resume(newest, end);
        return reader.expected();
      }
      writer.resume(newest, size);
      return reader.expected() + 1;
    }
  }

  private static void logTorn(Path file, long bytes) {
    if (bytes > 0) {
      LOG.log(
          Level.INFO,
          "journal/"
              + file.getFileName()
              + " ended in an unfinished write of "
              + bytes
              + " bytes, which was not acknowledged; going on after it");
    }
  }

  private Journal(Segments segments, SegmentWriter writer, long last) {
    this.segments = segments;
    this.writer = writer;
    this.mark = new Mark(last, writer.first(), writer.size());
    this.thread = Thread.ofPlatform().name("facet-journal").daemon().unstarted(this::work);
  }

  /**
   * Adds a record that holds {@code count} events or rows, and returns the position of the last of
   * them once it is on disk. When that fails nothing was added as far as anybody can tell, and
   * later calls may work again.
   */
  public long append(byte[] payload, int count) {
    if (payload.length > Frame.LONGEST || count < 1) {
      throw new FailureException(
          new Failure.TooMuch(
              "too_large", null, "One request takes at most 64 MB in the journal.", null));
    }
    Append append = new Append(payload, count, new CompletableFuture<>());
    try {
      if (closed || !queue.offer(append, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw unavailable(closed ? "it is stopping" : "too many requests wait for the disk");
      }
      return append.position.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the request was given up");
    } catch (TimeoutException e) {
      throw unavailable("the disk takes too long");
    } catch (ExecutionException e) {
      throw unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static FailureException unavailable(String why) {
    return new FailureException(
        new Failure.Upstream(
            "journal_unavailable",
            "Nothing was accepted: the journal cannot be written, " + why + "."));
  }

  private void work() {
    List<Append> group = new ArrayList<>();
    boolean going = true;
    while (going) {
      group.clear();
      try {
        going = gather(group);
        commit(group);
      } catch (InterruptedException | IOException | RuntimeException | OutOfMemoryError e) {
        logFailure(e);
        group.forEach(append -> append.position.completeExceptionally(e));
      }
    }
    IOException stopped = new IOException("it is stopping");
    queue.forEach(append -> append.position.completeExceptionally(stopped));
  }

  /** Says once that writing fails, not for every request that finds out. */
  private void logFailure(Throwable e) {
    if (!failing) {
      LOG.log(Level.ERROR, "The journal cannot be written; requests are refused until it can", e);
      failing = true;
    }
  }

  /** Waits for an append and takes what else has gathered; false when the last one was taken. */
  private boolean gather(List<Append> group) throws InterruptedException {
    Append next = queue.take();
    long bytes = 0;
    while (next != null && !next.isStop()) {
      group.add(next);
      bytes += next.payload.length;
      next = bytes < GROUP_BYTES ? queue.poll() : null;
    }
    return next == null;
  }

  private void commit(List<Append> group) throws IOException {
    if (group.isEmpty()) {
      return;
    }
    long next = mark().last() + 1;
    List<JournalRecord> records = new ArrayList<>(group.size());
    for (Append append : group) {
      records.add(new JournalRecord(next, append.count, append.payload));
      next += append.count;
    }
    writer.write(records);
    failing = false;
    synchronized (lock) {
      mark = new Mark(next - 1, writer.first(), writer.size());
      lock.notifyAll();
    }
    for (int i = 0; i < records.size(); i++) {
      group.get(i).position.complete(records.get(i).last());
    }
  }

  Mark mark() {
    synchronized (lock) {
      return mark;
    }
  }

  /** The last position that is on disk. */
  public long last() {
    return mark().last();
  }

  /**
   * Returns when there is something after {@code position}, {@code enough} holds, or time is up.
   */
  void await(long position, Duration atMost, BooleanSupplier enough) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    synchronized (lock) {
      long left = atMost.toMillis();
      while (mark.last() <= position && left > 0 && !enough.getAsBoolean()) {
        lock.wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
    }
  }

  /** Makes those who {@link #await} look again whether it is enough. */
  void wake() {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  /** Reads what comes after a position. */
  JournalReader reader(long after) {
    return new JournalReader(this, segments, after);
  }

  /**
   * Reads everything there is, so that damage is known before the data is needed; stops when the
   * journal closes.
   */
  void check() {
    Long first = segments.after(0);
    if (first == null) {
      return;
    }
    try (JournalReader reader = reader(first - 1)) {
      while (!closed && reader.next() != null) {
        // reading is all that is wanted
      }
    } catch (UncheckedIOException e) {
      if (!closed) {
        LOG.log(Level.WARNING, "The journal could not be checked", e);
      }
    }
  }

  void report(Damage damage) {
    boolean fresh;
    synchronized (lock) {
      fresh = damages.add(damage);
    }
    if (fresh) {
      LOG.log(Level.WARNING, damage.sentence());
    }
  }

  /** What is known to be unreadable, in the order it was found. */
  public List<Damage> damages() {
    synchronized (lock) {
      return List.copyOf(damages);
    }
  }

  /** Writes what was appended before, then gives the files back. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      queue.put(new Append(new byte[0], 0, new CompletableFuture<>()));
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.close();
  }
}
