package dev.facet.ingest.social.collect;

import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.Ingest;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.collect.Archive.Place;
import dev.facet.ingest.social.collect.Run.Cause;
import dev.facet.ingest.social.consent.Switchboard;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.ingest.social.profile.Subject;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.store.Store;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the accounts of profiles and writes down what they show. Safe for use by many threads. */
public final class Collector implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Collector.class.getName());

  /** How many accounts are read at a time, however many collections go on: what bounds memory. */
  private static final int AT_ONCE = 48;

  private static final int TURNS = 1024;
  private static final int LONGEST_ID = 500;
  private static final Duration SETTLE = Duration.ofSeconds(60);

  private final Profiles profiles;
  private final Switchboard switchboard;
  private final Ingest ingest;
  private final Archive archive;
  private final Runs runs;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE, true);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** One account is collected by one at a time: what is written depends on what is stored. */
  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toList();

  /** Where collections read from and write to. */
  public record Means(Profiles profiles, Switchboard switchboard, Ingest ingest, Store store) {}

  public Collector(Means means, Runs runs, InstantSource clock) {
    this.profiles = means.profiles();
    this.switchboard = means.switchboard();
    this.ingest = means.ingest();
    this.archive = new Archive(means.store());
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Collects the accounts of a profile; returns when queries see what was written.
   *
   * @param platforms the only ones; those without an account are passed over
   */
  public Collection collect(long project, String username, Set<String> platforms, Cause cause) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Held> accounts =
        profiles.held(project, username).stream()
            .filter(held -> platforms.contains(held.connection().platform()))
            .toList();
    long run = runs.begin(new Subject(project, username), today, cause);
    Map<String, Future<Outcome>> going = new LinkedHashMap<>();
    for (Held held : accounts) {
      going.put(held.connection().platform(), threads.submit(() -> collect(held, today)));
    }
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    try {
      going.forEach((platform, outcome) -> outcomes.put(platform, finished(outcome)));
    } finally {
      going.values().forEach(outcome -> outcome.cancel(true));
    }
    runs.end(run, outcomes);
    return new Collection(username, today, outcomes);
  }

  private static Outcome finished(Future<Outcome> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Upstream("cancelled", "The server is stopping."));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Outcome collect(Held held, LocalDate today) throws InterruptedException {
    ReentrantLock turn = turn(place(held));
    turn.lockInterruptibly();
    try {
      room.acquire();
      try {
        return write(held, read(held, today), today);
      } finally {
        room.release();
      }
    } catch (NetworkException e) {
      return new Outcome.Failed(e.kind(), String.valueOf(e.getMessage()));
    } catch (FailureException e) {
      return new Outcome.Failed(Kind.TRANSIENT, e.failure().message());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "What " + held + " showed was not written", e);
      return new Outcome.Failed(
          Kind.TRANSIENT, "What was read could not be written; the server's log tells more.");
    } finally {
      turn.unlock();
    }
  }

  private ReentrantLock turn(Place place) {
    return turns.get(Math.floorMod(place.hashCode(), TURNS));
  }

  private static Place place(Held held) {
    return new Place(held.project(), held.username(), held.connection().platform());
  }

  private Reading read(Held held, LocalDate today) {
    return switchboard.ask(
        held, (connector, account, line) -> connector.read(account, line, today));
  }

  private Outcome write(Held held, Reading reading, LocalDate today) {
    Place place = place(held);
    Diary diary = new Diary(today);
    Past past = archive.past(place, diary.first(), today, Diary.differences(reading));
    SortedMap<LocalDate, Day> changed = diary.changed(reading, past);
    Entries entries = new Entries(place);
    writePosts(place, entries, reading.posts(), today);
    long position =
        ingest.accept(
            place.project(), SocialDatasets.PROFILE_SNAPSHOTS.name(), entries.snapshots(changed));
    if (!ingest.settle(position, SETTLE)) {
      throw new FailureException(
          new Failure.Upstream(
              "flush_takes_too_long", "What was collected is safe, but not yet visible."));
    }
    Day written = changed.getOrDefault(today, Day.EMPTY);
    return new Outcome.Collected(written.level(), written.daily());
  }

  private void writePosts(Place place, Entries entries, List<Reading.Post> read, LocalDate today) {
    List<Reading.Post> posts =
        new ArrayList<>(
            read.stream()
                .filter(post -> !post.id().isBlank() && post.id().length() <= LONGEST_ID)
                .collect(
                    Collectors.toMap(
                        Reading.Post::id, Function.identity(), (a, b) -> b, LinkedHashMap::new))
                .values());
    Map<String, String> known = archive.posts(place, posts.stream().map(Reading.Post::id).toList());
    ingest.accept(place.project(), SocialDatasets.POSTS.name(), entries.posts(posts, known));
    ingest.accept(
        place.project(),
        SocialDatasets.POST_SNAPSHOTS.name(),
        entries.counters(posts, known, today));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
