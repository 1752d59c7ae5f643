import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server as an operator starts it: a process of its own, by way of the launcher. */
final class Server implements AutoCloseable {
  static final String TOKEN = "phc_bench";
  static final String KEY = "phx_bench";

  private static final String CONFIG =
      """
      limits: { calls_per_minute: 0 }
      bootstrap:
        organisations:
          - id: 1
            name: Bench
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
            projects:
              - { id: 1, name: Web, timezone: UTC, week_start: sunday, token: phc_bench }
            keys:
              - { user: ada@example.com, label: all, key: phx_bench, scopes: ["*"], projects: [] }
      """;

  private static final String READY = "Facet is ready on http://127.0.0.1:";

  private final Process process;
  private final int port;

  private Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a server and returns when it accepts requests. */
  static Server start(Path data) throws IOException {
    Path config = Files.writeString(scratch().resolve("bench.yaml"), CONFIG);
    List<String> command = new ArrayList<>(List.of("./facet", "serve", "--port", "0"));
    command.addAll(List.of("--data", data.toString(), "--config", config.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new Server(process, Integer.parseInt(line.substring(READY.length())));
      }
    }
    throw new IllegalStateException("The server ended before it was ready");
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  Connection connect() throws IOException {
    return new Connection(port);
  }

  /** What the kernel says of the process: VmRSS now, VmHWM at most; in MiB. */
  long resident(String line) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      String found = lines.filter(l -> l.startsWith(line + ":")).findFirst().orElseThrow();
      return Long.parseLong(found.replaceAll("\\D", "")) / 1024;
    }
  }

  /** User and system time of the process so far, in seconds. */
  double processor() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Where benches keep what they make. */
  static Path scratch() throws IOException {
    return Files.createDirectories(Path.of("target", "bench"));
  }

  /** An empty folder for a server's data. */
  static Path fresh(String name) throws IOException {
    Path folder = scratch().resolve(name);
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
    return folder;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
