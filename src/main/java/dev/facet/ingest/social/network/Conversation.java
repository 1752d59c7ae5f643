package dev.facet.ingest.social.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is said with a network about one account: asks, asks again where that may help, and ends in
 * time. One thread.
 */
final class Conversation {
  private static final Duration WHOLE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

  private final Network network;
  private final Account account;
  private final Line line;
  private final Pace pace;
  private final Instant end;

  Conversation(Network network, Account account, Line line, Pace pace) {
    this.network = network;
    this.account = account;
    this.line = line;
    this.pace = pace;
    this.end = pace.now().plus(WHOLE);
  }

  /** The network's answer, an object. */
  Told ask(Call call) {
    for (Duration pause : PAUSES) {
      try {
        return once(call);
      } catch (NetworkException refusal) {
        pause(refusal, pause);
      }
    }
    return once(call);
  }

  /** Empty when the token may not ask this or the network does not know it. */
  Optional<Told> tryToAsk(Call call) {
    return ifGiven(() -> ask(call));
  }

  /** Empty when the network refuses this one question; other refusals end the conversation. */
  <T> Optional<T> ifGiven(Supplier<T> asking) {
    try {
      return Optional.of(asking.get());
    } catch (NetworkException refusal) {
      return switch (refusal.kind()) {
        case PERMISSION, NOT_FOUND, BAD_REQUEST -> Optional.empty();
        case AUTH, RATE_LIMIT, TRANSIENT -> throw refusal;
      };
    }
  }

  Account account() {
    return account;
  }

  Instant now() {
    return pace.now();
  }

  /** The token, without which this network says nothing. */
  String token() {
    @Nullable String token = account.accessToken();
    if (token == null || token.isBlank()) {
      throw failure(Kind.AUTH, "has no token for this account. Connect it again", null);
    }
    return token;
  }

  /** A call with the token where most networks look for it. */
  Call bearer(Call call) {
    return call.header("Authorization", "Bearer " + token());
  }

  NetworkException failure(Kind kind, String predicate, @Nullable Duration wait) {
    return new NetworkException(kind, network.name() + " " + predicate + ".", wait);
  }

  private Told once(Call call) {
    Reply reply = send(call);
    Optional<Kind> kind = network.refusal(reply);
    if (kind.isPresent()) {
      throw refused(reply, kind.get());
    }
    if (!reply.body().isObject()) {
      throw failure(Kind.TRANSIENT, "answered with something that is no JSON object", null);
    }
    return new Told(network.name(), reply.body());
  }

  private Reply send(Call call) {
    Duration left = Duration.between(pace.now(), end);
    if (!left.isPositive()) {
      String text = "took longer than %d seconds".formatted(WHOLE.toSeconds());
      throw failure(Kind.TRANSIENT, text, null);
    }
    try {
      return line.send(call, left);
    } catch (NetworkException e) {
      String said = e.getMessage();
      if (said != null && said.startsWith(network.name())) {
        throw e;
      }
      throw new NetworkException(e.kind(), network.name() + ": " + said, e.retryAfter());
    }
  }

  private NetworkException refused(Reply reply, Kind kind) {
    @Nullable Duration wait = network.wait(reply, kind, pace.now()).orElse(null);
    Kind real =
        wait != null && wait.compareTo(PATIENCE) > 0 && again(kind) ? Kind.RATE_LIMIT : kind;
    return failure(real, Refusals.sentence(real, reply.status(), wait) + words(reply), wait);
  }

  private String words(Reply reply) {
    JsonNode body = reply.body();
    String words = Refusals.safe(body.isObject() ? network.words(body) : "", account);
    return words.isEmpty() ? "" : ": " + words;
  }

  private static boolean again(Kind kind) {
    return switch (kind) {
      case TRANSIENT, RATE_LIMIT -> true;
      case AUTH, PERMISSION, NOT_FOUND, BAD_REQUEST -> false;
    };
  }

  /** Waits before the next attempt, or gives up by throwing the refusal. */
  private void pause(NetworkException refusal, Duration least) {
    @Nullable Duration asked = refusal.retryAfter();
    Duration wait = asked == null || asked.compareTo(least) < 0 ? least : asked;
    if (!again(refusal.kind())
        || wait.compareTo(PATIENCE) > 0
        || !pace.now().plus(wait).isBefore(end)) {
      throw refusal;
    }
    try {
      pace.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal;
    }
  }
}
