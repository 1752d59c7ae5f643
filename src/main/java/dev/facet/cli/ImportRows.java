package dev.facet.cli;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Intake;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.sheet.Import;
import dev.facet.ingest.sheet.Limits;
import dev.facet.ingest.sheet.Mapping;
import dev.facet.ingest.sheet.Sheet;
import java.io.ByteArrayInputStream;
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
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The server; ${DEFAULT-VALUE} when not given.")
  private URI url = URI.create("");

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
    Sheet sheet = Sheet.read(bytes(), Optional.ofNullable(delimiter), Limits.NONE);
    Mapping mapping = mapping(sheet, intake.dataset());
    PrintWriter out = spec.commandLine().getOut();
    return preview ? preview(Import.of(sheet, mapping, intake), out) : send(sheet, mapping, intake);
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

  private byte[] bytes() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean packed = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    if (!packed) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  /** What is guessed, with what was chosen in place of it. */
  private Mapping mapping(Sheet sheet, Dataset target) {
    Map<String, String> columns =
        new LinkedHashMap<>(Mapping.guess(sheet.columns(), target).columns());
    columns.values().removeIf(column -> chosen.containsValue(column));
    columns.putAll(chosen);
    Mapping mapping = Mapping.chosen(columns, sheet.columns(), target);
    List<String> missing = mapping.missing(target);
    if (!missing.isEmpty() && !preview) {
      throw wrong(
          "No column of the file fills %s: name one with --map \"FILE COLUMN\"=%s."
              .formatted(String.join(", ", missing), missing.getFirst()));
    }
    return mapping;
  }

  private static int preview(Import read, PrintWriter out) {
    for (String name : read.sheet().columns()) {
      String column = read.mapping().columns().get(name);
      out.printf("%s -> %s%n", name, column == null ? "(nothing)" : column);
    }
    read.mapping()
        .missing(read.intake().dataset())
        .forEach(key -> out.printf("(nothing) -> %s, which tells rows apart%n", key));
    read.rows().taken().stream().limit(SHOWN).forEach(out::println);
    for (SentRows.Refused row : read.rows().refused()) {
      out.println(RowSender.told(read.line(row.row()), row.path(), row.message()));
    }
    out.printf(
        "%d rows can be taken, %d cannot.%n",
        read.rows().taken().size(), read.rows().refused().size());
    out.flush();
    return read.rows().refused().isEmpty() ? 0 : 1;
  }

  private int send(Sheet sheet, Mapping mapping, Intake intake)
      throws IOException, InterruptedException {
    String given = key == null ? System.getenv("FACET_KEY") : key;
    if (given == null || given.isBlank()) {
      throw wrong("Missing key: give --key or set FACET_KEY.");
    }
    URI rows =
        URI.create(
            "%s/facet/v1/projects/%d/datasets/%s/rows"
                .formatted(url.toString().replaceAll("/+$", ""), project, dataset));
    PrintWriter out = spec.commandLine().getErr();
    try (RowSender sender = new RowSender(rows, given.strip(), out)) {
      return sender.all(sheet, Import.given(sheet, mapping, intake));
    }
  }
}
