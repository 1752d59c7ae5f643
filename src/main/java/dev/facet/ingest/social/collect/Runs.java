package dev.facet.ingest.social.collect;

import dev.facet.catalog.Catalog;
import dev.facet.ingest.social.collect.Run.Cause;
import dev.facet.ingest.social.collect.Run.Result;
import dev.facet.ingest.social.profile.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The history of collections. Safe for use by many threads. */
public record Runs(Catalog catalog, InstantSource clock) {
  private static final int DAYS_KEPT = 90;

  /** The newest collections of a profile. */
  public List<Run> list(long project, String username, long limit) {
    return catalog.read(
        transaction -> new RunRows(transaction).of(new Subject(project, username), limit));
  }

  /** Ends what a server that is no more left unfinished, and forgets what is old. */
  public void tidy(LocalDate today) {
    catalog.mark(
        transaction -> {
          RunRows rows = new RunRows(transaction);
          rows.abandon(clock.instant());
          rows.forget(today.minusDays(DAYS_KEPT));
          return true;
        });
  }

  long begin(Subject subject, LocalDate day, Cause cause) {
    return catalog.mark(
        transaction -> new RunRows(transaction).insert(subject, day, cause, clock.instant()));
  }

  void end(long id, Map<String, Outcome> outcomes) {
    Map<String, Result> results = new TreeMap<>();
    outcomes.forEach((platform, outcome) -> results.put(platform, result(outcome)));
    catalog.mark(
        transaction -> {
          new RunRows(transaction).end(id, clock.instant(), results);
          return true;
        });
  }

  private static Result result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Collected _ -> new Result(null, null);
      case Outcome.Failed(var kind, String message) -> new Result(kind.name(), message);
    };
  }

  Set<Subject> done(LocalDate day, Instant since) {
    return catalog.read(transaction -> new RunRows(transaction).done(day, since));
  }
}
