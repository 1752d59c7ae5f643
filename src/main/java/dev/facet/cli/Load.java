package dev.facet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Sends a file of events to a server, in order. A batch that is refused is halved until the lines
 * at fault are found; they are told with number and reason, the others are in.
 */
@Command(
    name = "load",
    description = "Send events from a file, one JSON object a line.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Load implements Callable<Integer> {
  private static final int BATCH = 1000;
  private static final int BATCH_BYTES = 4 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "NDJSON, plain or packed as .gz.")
  private Path file = Path.of("");

  @Mixin private Target target = new Target();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "The project's token; else from the variable FACET_TOKEN.")
  private @Nullable String token;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String given = token == null ? System.getenv("FACET_TOKEN") : token;
    if (given == null || given.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "Missing token: give --token or set FACET_TOKEN.");
    }
    try (EventLines lines = EventLines.open(file);
        BatchSender sender = new BatchSender(target.url(), given.strip())) {
      return new Run(lines, sender, spec.commandLine().getErr()).all();
    }
  }

  /** One file on its way. */
  private static final class Run {
    private final EventLines lines;
    private final BatchSender sender;
    private final PrintWriter out;
    private final ProgressBar bar;
    private long sent;
    private long refused;

    Run(EventLines lines, BatchSender sender, PrintWriter out) {
      this.lines = lines;
      this.sender = sender;
      this.out = out;
      this.bar = new ProgressBar(out, lines.size());
    }

    int all() throws IOException, InterruptedException {
      List<EventLines.Line> batch = new ArrayList<>(BATCH);
      long bytes = 0;
      for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.fault() != null) {
          refuse(line, line.fault());
          continue;
        }
        batch.add(line);
        bytes += line.text().length();
        if (batch.size() == BATCH || bytes >= BATCH_BYTES) {
          send(batch);
          batch.clear();
          bytes = 0;
        }
      }
      send(batch);
      bar.done(sent);
      out.printf("%d events sent, %d refused.%n", sent, refused);
      out.flush();
      return refused == 0 ? 0 : 1;
    }

    private void send(List<EventLines.Line> batch) throws IOException, InterruptedException {
      if (batch.isEmpty()) {
        return;
      }
      @Nullable String reason = sender.send(batch);
      if (reason == null) {
        sent += batch.size();
        bar.at(lines.read(), sent);
      } else if (batch.size() == 1) {
        refuse(batch.getFirst(), reason);
      } else {
        int half = batch.size() / 2;
        send(batch.subList(0, half));
        send(batch.subList(half, batch.size()));
      }
    }

    private void refuse(EventLines.Line line, String reason) {
      refused++;
      bar.clear();
      out.printf("line %d: %s%n", line.number(), reason);
      out.flush();
    }
  }
}
