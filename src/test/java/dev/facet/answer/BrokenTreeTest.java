package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.form.QueryForm;
import dev.facet.model.Failure;
import dev.facet.query.DatasetTree;
import dev.facet.query.DatasetTree.Node;
import dev.facet.query.DatasetTree.Source;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query;
import dev.facet.query.otql.Statement;
import dev.facet.store.memory.MemoryStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Trees whose files and saved queries cannot be looked up, beside a question that can be asked. */
class BrokenTreeTest {
  private static final Reader READER =
      Reader.of(1, new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL));

  private static final Library BROKEN =
      new Library() {
        @Override
        public Optional<String> file(long organisation, String uri) {
          throw new IllegalStateException("no disk");
        }

        @Override
        public Optional<Statement> statement(long project, String id) {
          throw new IllegalStateException("no disk");
        }
      };

  private static Query visits() throws Exception {
    return QueryForm.read(
        new ObjectMapper()
            .readTree(
                "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"visit\"}]}"),
        "query");
  }

  @Test
  void a_tree_that_fails_as_nobody_thought_leaves_the_others_alone() throws Exception {
    SteadyStore store = new SteadyStore(new MemoryStore(), Duration.ofSeconds(30));
    Answers.Limits limits = new Answers.Limits(2, 10, Duration.ofSeconds(20), 1_000_000);
    Instant now = Instant.parse("2026-03-04T12:00:00Z");
    Query file = new DatasetTree(new Node.File("mics://a.json", "$", Source.PLAIN));
    Query saved = new DatasetTree(new Node.Saved("1", Source.PLAIN));
    try (Answers answers = new Answers(store, () -> now, limits, Presence.ALWAYS, BROKEN)) {
      List<Result> results = answers.answer(READER, List.of(file, visits(), saved), Mode.FRESH);
      assertThat(results.get(1)).isInstanceOf(Result.Answered.class);
      assertThat(List.of(results.get(0), results.get(2)))
          .map(result -> ((Result.Failed) result).failure())
          .map(Failure::code)
          .containsOnly("internal");
    }
  }
}
