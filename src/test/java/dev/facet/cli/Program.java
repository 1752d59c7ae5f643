package dev.facet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own. */
public final class Program implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Path err;

  /** What a program that ended left. */
  public record Ended(int code, String out, String err) {}

  private Program(Process process, Path err) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.err = err;
  }

  public static Program start(Map<String, String> environment, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.facet.Main"));
    command.addAll(List.of(words));
    Path err = Files.createTempFile("facet", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Program(builder.start(), err);
  }

  /** Runs the program to its end. */
  public static Ended run(String... words) throws IOException, InterruptedException {
    try (Program program = start(Map.of(), words)) {
      return program.end();
    }
  }

  /** Waits until the server says that it is ready, and returns where. */
  public String url() throws IOException {
    String ready = "Facet is ready on ";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(ready)) {
        return line.substring(ready.length());
      }
    }
    throw new AssertionError("The server did not start:\n" + Files.readString(err));
  }

  /** Tells the program to stop, as service managers do. */
  public void terminate() {
    process.toHandle().destroy();
  }

  public long pid() {
    return process.pid();
  }

  /** Takes the program away without a warning. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public Ended end() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      text.append(line).append('\n');
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The program did not end");
    }
    return new Ended(process.exitValue(), text.toString(), Files.readString(err));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    Files.deleteIfExists(err);
  }
}
