package dev.facet.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Reader;
import dev.facet.api.posthog.result.QueryWire;
import dev.facet.form.QueryForm;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Query;
import dev.facet.store.Store;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the case folders that PostHog's clients can ask: {@code posthog.request.json} is the body
 * of a call of the query endpoint, {@code posthog.response.json} the results of its answer. {@code
 * -Dcases.update} writes the latter anew.
 */
class PostHogCaseTest {
  private static final String REQUEST = "posthog.request.json";
  private static final String RESPONSE = "posthog.response.json";

  static List<CaseFolder> folders() {
    return CaseFolder.all().stream().filter(folder -> folder.has(REQUEST)).toList();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void query_endpoint_gives_the_results_kept(CaseFolder folder) {
    JsonNode node = folder.json(REQUEST).get("query");
    Query query = QueryForm.read(node, "query");
    try (Store store = CaseFolderTest.filled(folder)) {
      Planned planned =
          Planner.plan(
              query,
              folder.definitions(),
              folder.now(),
              CaseFolderTest.earliest(folder, query, store).orElse(null));
      var table = planned.shape().apply(store.run(1, planned.plan()));
      Answer answer = new Answer(table, planned, store.position(), folder.now(), false);
      JsonNode response =
          QueryWire.response(query, node, answer, Reader.of(1, folder.definitions()));
      CaseFolderTest.check(folder, RESPONSE, text(response.get("results")));
    }
  }

  /** One field a line, so that a difference is easy to read. */
  private static String text(JsonNode results) {
    return written(results, "") + "\n";
  }

  private static String written(JsonNode node, String indent) {
    if (node.isArray()) {
      StringJoiner items = new StringJoiner(",\n " + indent, "[", "]");
      node.forEach(item -> items.add(written(item, indent + " ")));
      return items.toString();
    }
    StringJoiner fields = new StringJoiner(",\n " + indent, "{", "}");
    node.properties().forEach(e -> fields.add("\"" + e.getKey() + "\": " + e.getValue()));
    return fields.toString();
  }
}
