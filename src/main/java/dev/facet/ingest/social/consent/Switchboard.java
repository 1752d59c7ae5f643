package dev.facet.ingest.social.consent;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.outbound.Outbound;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Joins accounts to their networks: with a token that is good, for a limited time. An account whose
 * token the network refuses is marked. Safe for use by many threads.
 */
public final class Switchboard implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Switchboard.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Profiles profiles;
  private final Map<String, Connector> connectors;
  private final Outbound outbound;
  private final Renewals renewals;
  private final Duration limit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** What is asked of a network. */
  @FunctionalInterface
  public interface Question<T> {
    T ask(Connector connector, Account account, Line line);
  }

  /**
   * @param connectors by platform
   */
  public Switchboard(
      Profiles profiles, Map<String, Connector> connectors, Outbound outbound, Renewals renewals) {
    this(profiles, connectors, outbound, renewals, LIMIT);
  }

  Switchboard(
      Profiles profiles,
      Map<String, Connector> connectors,
      Outbound outbound,
      Renewals renewals,
      Duration limit) {
    this.profiles = profiles;
    this.connectors = Map.copyOf(connectors);
    this.outbound = outbound;
    this.renewals = renewals;
    this.limit = limit;
  }

  /**
   * Asks the network of an account.
   *
   * @throws NetworkException also TRANSIENT when it took too long or something went wrong here
   */
  public <T> T ask(Held held, Question<T> question) {
    Connector connector = connector(held);
    Future<T> answer = threads.submit((Callable<T>) () -> joined(connector, held, question));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failure(connector, "took longer than %d seconds.".formatted(limit.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(connector, "was not read to the end: the server is stopping.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NetworkException refusal) {
        throw refusal;
      }
      LOG.log(Level.ERROR, "Reading " + held + " failed", wordless(e.getCause()));
      throw failure(connector, "could not be read; the server's log tells more.");
    } finally {
      answer.cancel(true);
    }
  }

  private Connector connector(Held held) {
    Connector connector = connectors.get(held.connection().platform());
    if (connector == null) {
      throw new NetworkException(
          Kind.BAD_REQUEST,
          held.connection().platform() + " is no network that this server reads.",
          null);
    }
    return connector;
  }

  private <T> T joined(Connector connector, Held held, Question<T> question) {
    Held fresh = renewals.fresh(held);
    try {
      T answer = put(connector, fresh, question);
      profiles.mark(fresh.connection(), Status.CONNECTED);
      return answer;
    } catch (NetworkException e) {
      if (e.kind() != Kind.AUTH) {
        throw e;
      }
      return again(connector, fresh, question, fresh.equals(held), e);
    }
  }

  /** A refused token is renewed once, where that was not done just before. */
  private <T> T again(
      Connector connector,
      Held refused,
      Question<T> question,
      boolean renewable,
      NetworkException refusal) {
    Optional<Held> renewed = renewable ? renewals.renewed(refused) : Optional.empty();
    if (renewed.isEmpty()) {
      profiles.mark(refused.connection(), Status.RECONNECT);
      throw refusal;
    }
    try {
      return put(connector, renewed.get(), question);
    } catch (NetworkException e) {
      if (e.kind() == Kind.AUTH) {
        profiles.mark(renewed.get().connection(), Status.RECONNECT);
      }
      throw e;
    }
  }

  private <T> T put(Connector connector, Held held, Question<T> question) {
    return question.ask(connector, held.account(), outbound.to(held.account().base()));
  }

  /** Where it went wrong, without the words: they could repeat what was sent, tokens and all. */
  private static Throwable wordless(@Nullable Throwable cause) {
    Throwable place = new IllegalStateException(cause == null ? "" : cause.getClass().getName());
    if (cause != null) {
      place.setStackTrace(cause.getStackTrace());
    }
    return place;
  }

  private static NetworkException failure(Connector connector, String predicate) {
    return new NetworkException(Kind.TRANSIENT, connector.name() + " " + predicate, null);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
