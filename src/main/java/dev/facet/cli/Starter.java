package dev.facet.cli;

import dev.facet.Config;
import java.io.IOException;
import java.time.InstantSource;

/** Builds servers. */
@FunctionalInterface
public interface Starter {

  /** Starts a server that accepts requests when this returns. */
  Running start(Config config, InstantSource clock) throws IOException;

  /** A server that runs until it is closed, which lets requests under way end. */
  interface Running extends AutoCloseable {
    /** Where it listens: {@code http://HOST:PORT}. */
    String url();

    @Override
    void close();
  }
}
