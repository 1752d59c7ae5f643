package dev.facet.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
final class Target {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The server; ${DEFAULT-VALUE} when not given.")
  private URI url = URI.create("");

  URI url() {
    return url;
  }
}
