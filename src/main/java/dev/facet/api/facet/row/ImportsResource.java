package dev.facet.api.facet.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.User;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.Slice;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Intake;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.sheet.Import;
import dev.facet.ingest.sheet.ImportRun;
import dev.facet.ingest.sheet.Imports;
import dev.facet.ingest.sheet.Limits;
import dev.facet.ingest.sheet.Mapping;
import dev.facet.ingest.sheet.Sheet;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files of rows: looked at first, with what their columns seem to mean, then taken. {@code mapping}
 * is a JSON object from the file's names to the dataset's, empty for none.
 */
final class ImportsResource {
  private static final Limits LIMITS = new Limits(SentRows.MOST);
  private static final int LONGEST_NAME = 200;

  private final RowsResource rows;
  private final Imports imports;
  private final Accounts accounts;

  ImportsResource(RowsResource rows, Imports imports, Accounts accounts) {
    this.rows = rows;
    this.imports = imports;
    this.accounts = accounts;
  }

  /** What would come of a file; nothing is kept. */
  Response preview(Request request) {
    return Response.json(200, Preview.of(read(request)));
  }

  /**
   * Takes the rows of a file, or of a part of one: {@code more} says whether another part follows,
   * {@code import} which import this one belongs to.
   */
  Response take(Request request) {
    boolean more = FacetWire.flag(request, "more");
    Import read = read(request);
    if (!isPart(request)) {
      requireKey(read);
    }
    long project = request.recall(Project.class).id();
    long id = run(request, project, read.intake().dataset().name());
    RowsResource.Taken taken = rows.take(request, read.intake(), read.rows(), read::line);
    imports.add(
        project,
        id,
        new ImportRun.Counts(taken.accepted(), taken.rejected(), taken.warned()),
        !more);
    taken.answer().put("import", id);
    return taken.response();
  }

  /** What became of the files that were brought before, newest first. */
  Response list(Request request) {
    Slice slice = Slice.of(request);
    Imports.Part part =
        imports.list(
            request.recall(Project.class).id(),
            Math.toIntExact(slice.offset()),
            (int) slice.limit());
    Map<Long, User> users =
        accounts.users(part.runs().stream().map(ImportRun::user).distinct().toList());
    ArrayNode results = FacetWire.array();
    part.runs().forEach(run -> results.add(shown(run, users)));
    long end = slice.offset() + part.runs().size();
    return Response.json(
        200, FacetWire.list(results, part.total(), end < part.total() ? (Long) end : null));
  }

  private static ObjectNode shown(ImportRun run, Map<Long, User> users) {
    ObjectNode node = FacetWire.object().put("id", run.id()).put("dataset", run.dataset());
    node.put("file", run.file()).put("done", run.done());
    node.put("accepted", run.counts().accepted())
        .put("rejected", run.counts().rejected())
        .put("warned", run.counts().warned())
        .put("started_at", run.startedAt().toString())
        .put("changed_at", run.changedAt().toString());
    User user = users.get(run.user());
    return node.set("user", user == null ? null : FacetWire.person(user));
  }

  private static boolean isPart(Request request) {
    return request.query("import").isPresent() || request.query("more").isPresent();
  }

  private long run(Request request, long project, String dataset) {
    long user = request.recall(Caller.class).user().id();
    Optional<String> begun = request.query("import");
    if (begun.isPresent()) {
      return imports.open(project, number(begun.get()), user, dataset);
    }
    String file = request.query("file").orElse("").strip();
    String name = file.substring(0, Math.min(file.length(), LONGEST_NAME));
    return imports.begin(project, new Imports.Brought(user, dataset, name));
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw FailureException.invalid(
          "wrong_type", "import", "Give the number of an import, not '" + text + "'.");
    }
    return Long.parseLong(text);
  }

  private static void requireKey(Import read) {
    if (read.sheet().columns().isEmpty() && read.sheet().lines().isEmpty()) {
      throw FailureException.invalid(
          "empty_file",
          null,
          "The file is empty: send CSV whose first line names columns, or lines of JSON.");
    }
    List<String> missing = read.mapping().missing(read.intake().dataset());
    if (!missing.isEmpty()) {
      throw FailureException.invalid(
          "invalid_mapping",
          "mapping",
          "No column of the file fills %s, which tells rows apart: name one in the mapping."
              .formatted(String.join(", ", missing)));
    }
  }

  private static Import read(Request request) {
    Intake intake = RowsBody.intake(request);
    Sheet sheet = Sheet.read(RowsBody.unpacked(request), delimiter(request), LIMITS);
    return Import.of(sheet, mapping(request, sheet, intake.dataset()), intake);
  }

  private static Optional<Character> delimiter(Request request) {
    Optional<String> given = request.query("delimiter").filter(text -> !text.isEmpty());
    if (given.isPresent() && given.get().length() > 1) {
      throw FailureException.invalid(
          "delimiter", "delimiter", "A delimiter is one character, such as a semicolon.");
    }
    return given.map(text -> text.charAt(0));
  }

  private static Mapping mapping(Request request, Sheet sheet, Dataset dataset) {
    Optional<String> given = request.query("mapping").filter(text -> !text.isBlank());
    if (given.isEmpty()) {
      return Mapping.guess(sheet.columns(), dataset);
    }
    JsonNode node = Json.read(given.get().getBytes(StandardCharsets.UTF_8));
    if (!node.isObject() || node.properties().stream().anyMatch(e -> !isName(e.getValue()))) {
      throw FailureException.invalid(
          "invalid_mapping",
          "mapping",
          "Give an object from the file's columns to the dataset's, such as {\"Start\": \"started_at\"}.");
    }
    Map<String, String> chosen = new LinkedHashMap<>();
    node.properties()
        .forEach(e -> chosen.put(e.getKey(), e.getValue().isNull() ? "" : e.getValue().asText()));
    if (isPart(request)) {
      // Lines of JSON name only what they have: other parts of the file may have the rest.
      chosen.keySet().retainAll(sheet.columns());
    }
    return Mapping.chosen(chosen, sheet.columns(), dataset);
  }

  private static boolean isName(JsonNode node) {
    return node.isTextual() || node.isNull();
  }
}
