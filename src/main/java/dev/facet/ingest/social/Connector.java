package dev.facet.ingest.social;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   */
  record Consent(
      URI authorize,
      URI token,
      List<String> scopes,
      String separator,
      String clientField,
      boolean proofKey,
      boolean basic) {
    public Consent {
      scopes = List.copyOf(scopes);
    }
  }
}
