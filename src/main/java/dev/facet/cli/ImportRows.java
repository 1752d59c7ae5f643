package dev.facet.cli;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Intake;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.sheet.Import;
import dev.facet.ingest.sheet.Mapping;
import dev.facet.ingest.sheet.Parts;
import dev.facet.ingest.sheet.Sheet;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Puts the rows of a file into a dataset of a server. Rows that are refused are told with line and
 * reason, the others are in.
 */
@Command(
    name = "import",
    description = "Put the rows of a CSV or NDJSON file into a dataset.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportRows implements Callable<Integer> {
  private static final int SHOWN = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "DATASET", description = "Such as customers.")
  private String dataset = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "CSV whose first line names columns, or NDJSON; plain or packed as .gz.")
  private Path file = Path.of("");

  @Mixin private Target target = new Target();

  @Option(
      names = "--project",
      paramLabel = "ID",
      defaultValue = "1",
      description = "The project's number; ${DEFAULT-VALUE} when not given.")
  private long project;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "A key with the scope project:write; else from the variable FACET_KEY.")
  private @Nullable String key;

  @Option(
      names = "--map",
      paramLabel = "\"FILE COLUMN\"=COLUMN",
      description = "What a column of the file fills, nothing without a name; else guessed.")
  private Map<String, String> chosen = new LinkedHashMap<>();

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description = "What stands between cells; else found out.")
  private @Nullable Character delimiter;

  @Option(names = "--preview", description = "Show what would come of it; send nothing.")
  private boolean preview;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Intake intake = intake();
    if (!Files.isReadable(file)) {
      throw wrong("There is no file " + file + " that can be read.");
    }
    try (Parts parts = Parts.of(Files.newInputStream(file), Optional.ofNullable(delimiter))) {
      Sheet first = parts.next().orElseThrow();
      requireColumns(first);
      Reading reading = new Reading(parts, first, intake, parts.isAtEnd());
      return preview ? preview(reading, spec.commandLine().getOut()) : send(reading);
    } catch (FailureException e) {
      throw wrong(file + ": " + e.failure().message());
    }
  }

  /**
   * A file of which the first part has been read.
   *
   * @param isWhole whether that is all of it
   */
  private record Reading(Parts parts, Sheet first, Intake intake, boolean isWhole) {
    /** Does something with each part, the first one included. */
    void each(Work work) throws IOException, InterruptedException {
      for (Optional<Sheet> part = Optional.of(first); part.isPresent(); part = parts.next()) {
        work.with(part.get());
      }
    }
  }

  private interface Work {
    void with(Sheet part) throws IOException, InterruptedException;
  }

  private void requireColumns(Sheet first) {
    if (first.columns().isEmpty() && first.lines().isEmpty()) {
      throw wrong(file + " is empty: give CSV whose first line names columns, or NDJSON.");
    }
  }

  private Intake intake() {
    return Intake.of(dataset)
        .orElseThrow(
            () ->
                wrong(
                    "There is no dataset \"%s\" that takes rows; there are %s."
                        .formatted(
                            dataset,
                            String.join(
                                ", ", Intake.ALL.stream().map(i -> i.dataset().name()).toList()))));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * What is guessed, with what was chosen in place of it. Lines of JSON name only what they have:
   * other parts of the file may have the rest.
   */
  private Mapping mapping(Sheet part, Reading reading) {
    Dataset target = reading.intake().dataset();
    Map<String, String> columns =
        new LinkedHashMap<>(Mapping.guess(part.columns(), target).columns());
    columns.values().removeIf(column -> chosen.containsValue(column));
    columns.putAll(chosen);
    if (part.format() == Sheet.Format.NDJSON && !reading.isWhole()) {
      columns.keySet().retainAll(part.columns());
    }
    return Mapping.chosen(columns, part.columns(), target);
  }

  private void requireKey(Mapping mapping, Dataset target) {
    List<String> missing = mapping.missing(target);
    if (!missing.isEmpty()) {
      throw wrong(
          "No column of the file fills %s: name one with --map \"FILE COLUMN\"=%s."
              .formatted(String.join(", ", missing), missing.getFirst()));
    }
  }

  private int preview(Reading reading, PrintWriter out) throws IOException, InterruptedException {
    Mapping mapping = mapping(reading.first(), reading);
    for (String name : reading.first().columns()) {
      String column = mapping.columns().get(name);
      out.printf("%s -> %s%n", name, column == null ? "(nothing)" : column);
    }
    mapping
        .missing(reading.intake().dataset())
        .forEach(key -> out.printf("(nothing) -> %s, which tells rows apart%n", key));
    Count count = new Count();
    reading.each(part -> count.add(Import.of(part, mapping(part, reading), reading.intake()), out));
    out.printf("%d rows can be taken, %d cannot.%n", count.taken, count.refused);
    out.flush();
    return count.refused == 0 ? 0 : 1;
  }

  /** What would come of rows. */
  private static final class Count {
    private long taken;
    private long refused;

    void add(Import read, PrintWriter out) {
      read.rows().taken().stream().limit(Math.max(0, SHOWN - taken)).forEach(out::println);
      for (SentRows.Refused row : read.rows().refused()) {
        out.println(RowSender.told(read.line(row.row()), row.path(), row.message()));
      }
      taken += read.rows().taken().size();
      refused += read.rows().refused().size();
    }
  }

  private int send(Reading reading) throws IOException, InterruptedException {
    String given = key == null ? System.getenv("FACET_KEY") : key;
    if (given == null || given.isBlank()) {
      throw wrong("Missing key: give --key or set FACET_KEY.");
    }
    requireKey(mapping(reading.first(), reading), reading.intake().dataset());
    URI rows =
        URI.create(
            "%s/facet/v1/projects/%d/datasets/%s/rows"
                .formatted(target.url().toString().replaceAll("/+$", ""), project, dataset));
    PrintWriter out = spec.commandLine().getErr();
    try (RowSender sender = new RowSender(rows, given.strip(), out)) {
      reading.each(
          part -> sender.add(part, Import.given(part, mapping(part, reading), reading.intake())));
      return sender.end();
    }
  }
}
