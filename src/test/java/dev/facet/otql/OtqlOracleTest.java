package dev.facet.otql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.OtqlWriter;
import dev.facet.query.otql.Statement;
import dev.facet.query.text.OtqlText;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every query of {@code otql/queries.txt} about random data: plans, on the memory store and on
 * DuckDB, answer what one finds by walking the objects in memory.
 */
class OtqlOracleTest {
  private static final Path QUERIES = Path.of("src/test/resources/otql/queries.txt");
  private static final int GARDENS = 2;

  private record Garden(List<Thing> roots, Store memory, Store duckDb) {}

  private static final List<Garden> ALL = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    for (int seed = 1; seed <= GARDENS; seed++) {
      RandomTree tree = new RandomTree(seed);
      Store memory = new MemoryStore();
      memory.apply(tree.batch());
      Store duckDb = DuckDbStore.open(folder.resolve("" + seed), DuckDbSettings.DEFAULT);
      duckDb.apply(tree.batch());
      ALL.add(new Garden(new Growing(tree).roots(), memory, duckDb));
    }
  }

  @AfterAll
  static void close() {
    ALL.forEach(garden -> garden.duckDb().close());
  }

  static List<String> queries() throws IOException {
    return Files.readAllLines(QUERIES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @Test
  void thereAreMoreThan120OfThem() throws IOException {
    assertThat(queries().stream().distinct()).hasSizeGreaterThanOrEqualTo(120);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void plansAnswerWhatIsFoundByWalking(String text) {
    OtqlQuery query = new OtqlQuery(OtqlText.statement(text));
    Planned planned = Planner.plan(query, RandomTree.definitions(), RandomTree.NOW, null);
    for (Garden garden : ALL) {
      Object expected = plain(new Told(garden.roots()).of(query));
      assertThat(answer(garden.memory(), planned)).as("memory: %s", text).isEqualTo(expected);
      assertThat(answer(garden.duckDb(), planned)).as("DuckDB: %s", text).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void whatIsWrittenOfAStatementReadsAsTheSame(String text) {
    Statement statement = OtqlText.statement(text);
    String written = OtqlWriter.text(statement);
    assertThat(OtqlWriter.text(OtqlText.statement(written))).isEqualTo(written);
    Garden garden = ALL.getFirst();
    assertThat(new Told(garden.roots()).of(new OtqlQuery(OtqlText.statement(written))))
        .isEqualTo(new Told(garden.roots()).of(new OtqlQuery(statement)));
  }

  private static Object answer(Store store, Planned planned) {
    Table table = planned.shape().apply(store.run(1, planned.plan()));
    if (table.has("count") && table.columns().size() == 1) {
      return plain(table.rows().getFirst().getFirst());
    }
    if (table.has("aggregations")) {
      return plain(table.rows().getFirst().getFirst());
    }
    List<Object> rows = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      List<Column> columns = table.columns();
      for (int i = 0; i < row.size(); i++) {
        object.put(columns.get(i).name(), row.get(i));
      }
      rows.add(plain(object));
    }
    return rows;
  }

  /** Numbers as numbers with nine digits, whatever they were counted in. */
  private static Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case Number number -> Math.round(number.doubleValue() * 1e6) / 1e6;
      case List<?> list -> list.stream().map(one -> plain((Object) one)).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> plain = new LinkedHashMap<>();
        map.forEach((key, one) -> plain.put(key, plain((Object) one)));
        yield plain;
      }
      default -> value;
    };
  }
}
