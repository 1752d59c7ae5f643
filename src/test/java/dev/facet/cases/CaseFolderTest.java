package dev.facet.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Query;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import dev.facet.store.sql.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the case folders: each question is planned and answered, and what comes out is what is kept
 * there. {@code -Dcases.update} writes the files anew; the difference is then reviewed.
 */
class CaseFolderTest {
  private static final boolean UPDATE = System.getProperty("cases.update") != null;

  static List<CaseFolder> folders() {
    return CaseFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void planIsTheOneKept(CaseFolder folder) {
    try (Store store = filled(folder)) {
      check(folder, "plan.txt", PlanText.of(planned(folder, store).plan()));
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void memoryStoreGivesTheAnswerKeptWithoutRules(CaseFolder folder) {
    try (Store store = filled(folder)) {
      Instant earliest = earliest(folder, folder.query(), store).orElse(null);
      Planned planned = Planner.say(folder.query(), folder.definitions(), folder.now(), earliest);
      check(folder, "answer.json", text(planned.shape().apply(store.run(1, planned.plan()))));
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void duckDbGivesTheAnswerKeptByTheSqlKept(CaseFolder folder, @TempDir Path directory) {
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      store.apply(folder.batch());
      Planned planned = planned(folder, store);
      Sql sql = store.explain(1, planned.plan());
      check(folder, "duckdb.sql", sql.text() + "\n-- " + sql.parameters() + "\n");
      check(folder, "answer.json", text(planned.shape().apply(store.run(1, planned.plan()))));
    }
  }

  static Store filled(CaseFolder folder) {
    Store store = new MemoryStore();
    store.apply(folder.batch());
    return store;
  }

  static Planned planned(CaseFolder folder, Store store) {
    Instant earliest = earliest(folder, folder.query(), store).orElse(null);
    return Planner.plan(folder.query(), folder.definitions(), folder.now(), earliest);
  }

  /** When the first event was, for questions that want to know. */
  static Optional<Instant> earliest(CaseFolder folder, Query query, Store store) {
    return Planner.earliest(query, folder.definitions(), folder.now())
        .map(plan -> store.run(1, plan).rows().getFirst().getFirst())
        .map(micros -> Micros.toInstant((Long) micros));
  }

  static void check(CaseFolder folder, String file, String actual) {
    if (UPDATE) {
      folder.write(file, actual);
    }
    assertThat(actual).as("%s of %s", file, folder).isEqualTo(folder.read(file));
  }

  /** One row a line, so that a difference is easy to read. */
  static String text(Table table) {
    StringBuilder out = new StringBuilder("{\"columns\": [");
    out.append(String.join(", ", table.columns().stream().map(CaseFolderTest::text).toList()));
    out.append("],\n \"rows\": [\n");
    StringJoiner rows = new StringJoiner(",\n");
    for (List<@Nullable Object> row : table.rows()) {
      rows.add("  " + text(table, row));
    }
    out.append(rows);
    return out.append("]}\n").toString();
  }

  private static String text(Column column) {
    ObjectNode node = CaseFolder.JSON.createObjectNode();
    node.put("name", column.name());
    node.put("type", column.type().name().toLowerCase(Locale.ROOT));
    return node.toString();
  }

  private static String text(Table table, List<@Nullable Object> row) {
    ArrayNode node = CaseFolder.JSON.createArrayNode();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (table.columns().get(i).type() == Type.TIME && value instanceof Long micros) {
        node.add(Micros.toInstant(micros).toString());
      } else {
        node.addPOJO(value);
      }
    }
    return node.toString();
  }
}
