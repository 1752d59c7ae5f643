package dev.facet.ingest.social;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One network. Knows its protocol and nothing of stores, clocks or catalogs. */
public interface Connector {
  /** The network in lower case. */
  String platform();

  /** As people write it: {@code YouTube}. */
  String name();

  /**
   * Reads levels, series and posts of an account.
   *
   * @param today the day in UTC
   * @throws NetworkException when the network does not give what a reading cannot do without
   */
  Reading read(Account account, Line line, LocalDate today);

  /**
   * Reads the numbers of one post now.
   *
   * @throws NetworkException NOT_FOUND when the network does not know it
   */
  Map<String, Double> post(Account account, Line line, String postId, LocalDate today);

  /** A page of the account's newest posts; {@code cursor} is the network's, empty for the first. */
  Posts posts(Account account, Line line, int limit, Optional<String> cursor);

  /** How a person lets this server in; empty where only tokens made by hand exist. */
  Optional<Consent> consent();

  /**
   * The token of the account itself, where the one that a person's leave gives is that of the
   * person; empty when there is none or the network does not give it.
   */
  default Optional<String> ownToken(Account account, Line line) {
    return Optional.empty();
  }

  /** A page of posts; {@code next} is empty at the end. */
  record Posts(List<Reading.Post> posts, Optional<String> next) {
    public Posts {
      posts = List.copyOf(posts);
    }
  }

  /**
   * An OAuth 2 code flow.
   *
   * @param authorize where a person is sent, with what the network wants in its query beside the
   *     standard's
   * @param separator between scopes
   * @param clientField what the network calls {@code client_id}
   * @param proofKey whether the network wants PKCE
   * @param basic whether the client is named in a Basic header, else in the form
   * @param longLife how tokens are made to last, null where refresh tokens do that
   */
  record Consent(
      URI authorize,
      URI token,
      List<String> scopes,
      String separator,
      String clientField,
      boolean proofKey,
      boolean basic,
      @Nullable LongLife longLife) {
    public Consent {
      scopes = List.copyOf(scopes);
    }
  }

  /** How a token of hours becomes one of months, and how that is renewed before its end. */
  record LongLife(Step exchange, Step renewal) {}

  /**
   * A call that gives a token for a token.
   *
   * @param grant its {@code grant_type}
   * @param field what holds the token that there is
   * @param named whether it names the client and its secret
   */
  record Step(URI address, String grant, String field, boolean named) {}
}
