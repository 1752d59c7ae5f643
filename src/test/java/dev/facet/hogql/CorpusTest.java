package dev.facet.hogql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Plan;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the corpus: both stores answer each accepted query with the rows kept beside it, each
 * rejected one fails with the sentence kept beside it, and queries with a part changed do one or
 * the other. {@code -Dcorpus.update} rewrites what is kept; read the difference.
 */
class CorpusTest {
  private static final boolean UPDATE = System.getProperty("corpus.update") != null;
  private static final int MUTATIONS = Integer.getInteger("corpus.mutations", 4);
  private static final Store MEMORY = new MemoryStore();
  private static final List<Store> OPEN = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    MEMORY.apply(Shop.batch());
    Store duckDb = DuckDbStore.open(folder, DuckDbSettings.DEFAULT);
    OPEN.add(duckDb);
    duckDb.apply(Shop.batch());
  }

  @AfterAll
  static void close() {
    OPEN.forEach(Store::close);
  }

  static List<Corpus.Entry> accepted() {
    return Corpus.all("accepted").stream().flatMap(corpus -> corpus.entries().stream()).toList();
  }

  static List<Corpus.Entry> rejected() {
    return Corpus.all("rejected").stream().flatMap(corpus -> corpus.entries().stream()).toList();
  }

  @Test
  void updates_what_is_kept() {
    Assumptions.assumeTrue(UPDATE, "only with -Dcorpus.update");
    for (String folder : List.of("accepted", "rejected")) {
      for (Corpus corpus : Corpus.all(folder)) {
        corpus.write(corpus.entries().stream().map(CorpusTest::outcome).toList());
      }
    }
  }

  private static String outcome(Corpus.Entry entry) {
    try {
      return answer(MEMORY, planned(entry));
    } catch (FailureException e) {
      return sentence(e.failure());
    }
  }

  private static String sentence(Failure failure) {
    return failure.code() + " at " + failure.path() + ": " + failure.message();
  }

  private static Planned planned(Corpus.Entry entry) {
    return Planner.plan(entry.read(), Shop.definitions(), Shop.NOW, null);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void both_stores_answer_as_kept(Corpus.Entry entry) {
    Planned planned = planned(entry);
    Planned said = Planner.say(entry.read(), Shop.definitions(), Shop.NOW, null);
    assertThat(answer(MEMORY, said)).as("memory: %s", entry).isEqualTo(entry.outcome());
    assertThat(answer(MEMORY, planned)).as("rules: %s", entry).isEqualTo(entry.outcome());
    assertThat(answer(OPEN.getFirst(), planned)).as("DuckDB: %s", entry).isEqualTo(entry.outcome());
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void a_rejected_query_says_why(Corpus.Entry entry) {
    try {
      Planned planned = planned(entry);
      fail("%s was planned: %s", entry, planned.plan());
    } catch (FailureException e) {
      assertThat(sentence(e.failure())).isEqualTo(entry.outcome());
    }
  }

  @Test
  void the_corpus_is_large() {
    assertThat(accepted()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(rejected()).hasSizeGreaterThanOrEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void a_changed_query_is_answered_or_refused(Corpus.Entry entry) {
    Random random = new Random(entry.query().hashCode());
    for (int i = 0; i < MUTATIONS; i++) {
      String text = Mutation.of(entry.query(), random);
      Corpus.Entry changed = new Corpus.Entry(entry.file(), entry.number(), text, "");
      try {
        Planned planned = planned(changed);
        assertThat(answer(OPEN.getFirst(), planned))
            .as("%s changed to %s", entry, text)
            .isEqualTo(answer(MEMORY, planned));
      } catch (FailureException e) {
        assertThat(e.failure()).as(text).isInstanceOf(Failure.Invalid.class);
      } catch (java.io.UncheckedIOException malformedNode) {
        assertThat(text).startsWith("{");
      } catch (RuntimeException e) {
        throw new AssertionError(text, e);
      }
    }
  }

  /** Columns with their types, and the rows: in order where the query asks for one. */
  private static String answer(Store store, Planned planned) {
    Table table = planned.shape().apply(store.run(1, planned.plan()));
    Table page = planned.shape().page(table);
    String columns =
        page.columns().stream()
            .map(column -> column.name() + " " + column.type())
            .collect(Collectors.joining(" | "));
    List<String> rows = new ArrayList<>();
    for (List<@Nullable Object> row : page.rows()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(cell(row.get(i), page.columns().get(i).type()));
      }
      rows.add(String.join(" | ", cells));
    }
    boolean ordered =
        planned.plan() instanceof Plan.Limit(Plan input, long _, long _)
            && input instanceof Plan.Sort;
    List<String> shown = ordered ? rows : rows.stream().sorted().toList();
    return columns + (shown.isEmpty() ? "" : "\n" + String.join("\n", shown));
  }

  private static String cell(@Nullable Object value, Type type) {
    return switch (value) {
      case null -> "NULL";
      case Long micros when type == Type.TIME ->
          Micros.toInstant(micros).atZone(Shop.ZONE).toOffsetDateTime().toString();
      case Long day when type == Type.DATE -> LocalDate.ofEpochDay(day).toString();
      case Double number when Double.isFinite(number) ->
          new BigDecimal(number, new MathContext(9)).stripTrailingZeros().toPlainString();
      case List<?> list -> list(list, type);
      default -> Values.json(value);
    };
  }

  private static String list(List<?> list, Type type) {
    Type element = Objects.requireNonNullElse(type.element(), Type.TEXT);
    return list.stream().map(one -> cell(one, element)).collect(Collectors.joining(", ", "[", "]"));
  }
}
