package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was clicked, as older clients send it: a list of elements becomes a chain. */
class ElementsTest {
  private static final String CLICKS =
      """
      {"event":"$autocapture","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{
        "$event_type":"click","$elements":[
          {"tag_name":"button","$el_text":"Say \\"now\\"; go","classes":["wide","btn","md:x"],
           "attr__id":"buy","attr__data-at":"a=b;c:d","nth_child":2,"nth_of_type":1},
          {"tag_name":"a","attr__href":"/x","attr__class":"link big"},
          {"tag_name":"form","nth_child":1},"nonsense",{"$el_text":null}]}},
      {"event":"$autocapture","distinct_id":"a","timestamp":"2026-03-01T11:00:00Z","properties":{
        "$elements_chain":"span:text=\\"kept\\"","$elements":[{"tag_name":"b"}]}},
      {"event":"$autocapture","distinct_id":"a","timestamp":"2026-03-01T12:00:00Z","properties":{
        "$elements":"none","$elements_chain":null}}""";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    acme.capture(CLICKS);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tag_name | exact     | button                       | 1",
        "tag_name | exact     | form                         | 1",
        "tag_name | exact     | b                            | 0",
        "tag_name | exact     | span                         | 1",
        "text     | exact     | Say \\\"now\\\"; go          | 1",
        "text     | icontains | NOW                          | 1",
        "text     | is_set    |                              | 2",
        "href     | exact     | /x                           | 1",
        "selector | exact     | a.link > button.btn          | 1",
        "selector | exact     | button.btn > a.link          | 0",
        "selector | exact     | form > a.big > button#buy    | 1",
        "selector | exact     | form button.btn:nth-child(2) | 1",
        "selector | exact     | button[data-at='a=b;c:d']    | 1",
        "selector | exact     | button.link                  | 0",
      })
  void filters_see_lists_of_elements(String key, String operator, String value, int count)
      throws Exception {
    String filter =
        "{\"type\":\"element\",\"key\":\"%s\",\"operator\":\"%s\",\"value\":\"%s\"}"
            .formatted(key, operator, value == null ? "" : value);
    String query =
        """
        {"query":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"$autocapture"}],
          "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-01"},"properties":[%s]}}"""
            .formatted(filter);
    assertThat(acme.expect(200, "POST", "query/", Acme.ADA, query).at("/results/0/data/0").asInt())
        .isEqualTo(count);
  }

  @Test
  void the_chain_takes_the_place_of_the_list() throws Exception {
    String query =
        """
        {"query":{"kind":"HogQLQuery","query":
          "select elements_chain, JSONHas(properties, '$elements') from events order by timestamp"}}""";
    assertThat(acme.expect(200, "POST", "query/", Acme.ADA, query).at("/results/0/0").asText())
        .isEqualTo(
            "button.btn.wide:attr__data-at=\"a=b;c:d\"attr__id=\"buy\"attr_id=\"buy\"nth-child=\"2\""
                + "nth-of-type=\"1\"text=\"Say \\\"now\\\"; go\";"
                + "a.big.link:attr__class=\"link big\"attr__href=\"/x\"href=\"/x\";"
                + "form:nth-child=\"1\";div");
  }
}
