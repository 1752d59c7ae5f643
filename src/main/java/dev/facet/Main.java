package dev.facet;

import dev.facet.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** Where the process starts. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] words) throws IOException {
    try (InputStream settings = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    }
    System.exit(Cli.run(words, Wiring::start));
  }
}
