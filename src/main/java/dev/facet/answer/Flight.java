package dev.facet.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One computation under way and those who wait for it; guarded by itself. */
final class Flight {
  private final CompletableFuture<Result> landing = new CompletableFuture<>();
  private final boolean isUrgent;
  private final Duration limit;
  private int waiting;
  private Workers.@Nullable Work work;
  private @Nullable Instant startedAt;
  private @Nullable Future<?> alarm;
  private boolean abandoned;
  private boolean expired;

  /** Whether it is computed; false while it waits, also to begin again. */
  private boolean flying;

  private boolean gone;
  private Party party;

  /**
   * @param isUrgent whether somebody waits for it from the start
   * @param limit how long it may take once it has begun
   * @param party those that begin together with it, itself included
   */
  Flight(boolean isUrgent, Duration limit, Party party) {
    this.party = party;
    this.isUrgent = isUrgent;
    this.limit = limit;
  }

  boolean isUrgent() {
    return isUrgent;
  }

  Duration limit() {
    return limit;
  }

  /** Joins those who wait; false when the last of them has left before. */
  synchronized boolean join(boolean urgently) {
    if (abandoned) {
      return false;
    }
    waiting++;
    if (urgently && work != null) {
      work.hurry();
    }
    return true;
  }

  /** What carries it. */
  synchronized void carriedBy(Workers.Work carrier) {
    work = carrier;
    if (expired) {
      work.cancel();
    }
  }

  /** Those that began together with it, itself included. */
  synchronized Party party() {
    return party;
  }

  /** It begins again with others; nothing that waited to begin it before does so any more. */
  synchronized void leavesWith(Party others) {
    party = others;
    flying = false;
    expired = false;
    if (work != null) {
      work.cancel();
    }
  }

  /** It has begun; the alarm, which is set now, is to sound when it takes too long. */
  synchronized void started(Instant at, Supplier<Future<?>> setAlarm) {
    if (alarm != null) {
      alarm.cancel(false);
    }
    startedAt = at;
    flying = true;
    expired = false;
    alarm = setAlarm.get();
  }

  /** When it began, null when it has not yet. */
  synchronized @Nullable Instant startedAt() {
    return startedAt;
  }

  /** It takes too long. */
  synchronized void expire() {
    if (landing.isDone() || !flying) {
      return;
    }
    expired = true;
    if (work != null) {
      work.cancel();
    }
  }

  synchronized boolean isExpired() {
    return expired;
  }

  /** Leaves; true for the last one to leave a flight that then never begins: nothing will land. */
  synchronized boolean leave() {
    waiting--;
    abandoned = waiting == 0 && !landing.isDone();
    gone = abandoned && work != null && work.cancel();
    return gone;
  }

  /** Whether nothing was to land any more when the last one left. */
  synchronized boolean isGone() {
    return gone;
  }

  /** Whether all have left before the landing. */
  synchronized boolean isAbandoned() {
    return abandoned;
  }

  void land(Result result) {
    Future<?> set;
    synchronized (this) {
      set = alarm;
    }
    if (set != null) {
      set.cancel(false);
    }
    landing.complete(result);
  }

  CompletableFuture<Result> landing() {
    return landing;
  }
}
