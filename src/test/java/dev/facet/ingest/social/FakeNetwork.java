package dev.facet.ingest.social;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A network that says of each account what it is told to. */
public final class FakeNetwork implements Connector {
  private final String platform;
  private final AtomicInteger reads = new AtomicInteger();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile Function<Account, Reading> answer = account -> FakeNetwork.reading(Map.of());

  public FakeNetwork(String platform) {
    this.platform = platform;
  }

  /** A reading of levels alone, all of which have differences. */
  public static Reading reading(Map<String, Double> level) {
    return new Reading(level, new java.util.TreeMap<>(), List.copyOf(level.keySet()), List.of());
  }

  public void answers(Function<Account, Reading> said) {
    answer = said;
  }

  public void says(Reading said) {
    answer = account -> said;
  }

  public void refuses(NetworkException.Kind kind) {
    answer =
        account -> {
          throw new NetworkException(kind, name() + " refuses.", null);
        };
  }

  public int reads() {
    return reads.get();
  }

  /** The tokens that accounts were read with. */
  public List<String> tokens() {
    return tokens;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public String name() {
    return "Fake " + platform;
  }

  @Override
  public Reading read(Account account, Line line, LocalDate today) {
    reads.incrementAndGet();
    tokens.add(String.valueOf(account.accessToken()));
    return answer.apply(account);
  }

  @Override
  public Map<String, Double> post(Account account, Line line, String postId, LocalDate today) {
    return Map.of();
  }

  @Override
  public Posts posts(Account account, Line line, int limit, Optional<String> cursor) {
    return new Posts(List.of(), Optional.empty());
  }

  @Override
  public Optional<Consent> consent() {
    return Optional.of(
        new Consent(
            URI.create("https://fake.example/authorize?display=page"),
            URI.create("https://fake.example/token"),
            List.of("read", "offline"),
            " ",
            "client_id",
            true,
            false,
            null));
  }
}
