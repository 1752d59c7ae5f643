package dev.facet.hogql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.plan.hogql.row.Origins;
import dev.facet.plan.hogql.row.Origins.Origin;
import dev.facet.plan.hogql.row.SqlShape;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns of statements may miss a value ({@code ?}), and which are counts ({@code #}). */
class OriginsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT uuid, event, timestamp, person_id, properties.x FROM events; ....?",
        "SELECT count(), uniq(event), max(timestamp), sum(1) FROM events; ##?.",
        "SELECT event, max(timestamp), maxIf(timestamp, event = 'a') FROM events GROUP BY event; ..?",
        "SELECT toStartOfDay(timestamp), upper(event), 2 + 1, 1 / 2 FROM events; ...?",
        "SELECT p.id, e.uuid FROM persons p LEFT JOIN events e ON e.person_id = p.id; .?",
        "SELECT c, row_number() OVER () FROM (SELECT count() AS c FROM events); ##",
        "SELECT 1 AS x UNION ALL SELECT NULL; ?",
        "SELECT groupArray(properties.x), coalesce(min(event), '') FROM events; .."
      })
  void knows_what_may_be_missing(String query, String expected) {
    Planned planned =
        Planner.plan(new Corpus.Entry("", 1, query, "").read(), Shop.definitions(), Shop.NOW, null);
    Origins origins = new Origins();
    String signs =
        ((SqlShape) planned.shape())
            .shown().stream()
                .map(column -> sign(origins.of(planned.plan(), column)))
                .collect(Collectors.joining());
    assertThat(signs).isEqualTo(expected);
  }

  private static String sign(Origin origin) {
    return origin.missing() ? "?" : origin.count() ? "#" : ".";
  }
}
