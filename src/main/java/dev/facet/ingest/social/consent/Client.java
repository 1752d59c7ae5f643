package dev.facet.ingest.social.consent;

/** Under which name this server is known to a network, and the secret that proves it. */
public record Client(String id, String secret) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Client " + id;
  }
}
