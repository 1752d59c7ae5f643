package dev.facet.ingest.social.outbound;

import java.io.IOException;

/** Something this server does not do, whatever is tried again. */
final class Refusal extends IOException {
  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }
}
