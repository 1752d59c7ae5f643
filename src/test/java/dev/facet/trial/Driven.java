package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A vendor's own client for Node and the program that drives it. */
record Driven(String name) {

  private Path folder() {
    return Path.of("src", "test", "clients", name);
  }

  /** Says that the test was not run where {@code ./facet test} has not installed the client. */
  void assumeInstalled() {
    boolean node =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "node")));
    assumeTrue(node, "not run: there is no node on PATH");
    assumeTrue(
        Files.isDirectory(folder().resolve("node_modules")),
        "not run: the client is not installed (npm ci in " + folder() + ")");
  }

  /** What the program printed; it must have ended well. */
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "drive.js"));
    command.addAll(List.of(arguments));
    Process node =
        new ProcessBuilder(command).directory(folder().toFile()).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(output).isZero();
    return output;
  }
}
