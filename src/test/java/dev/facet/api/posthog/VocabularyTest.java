package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What data taught, over HTTP: persons, groups, names and types. */
class VocabularyTest {
  private static final String EVENTS =
      """
      {"event": "visit", "distinct_id": "a", "timestamp": "2026-03-01T10:20:00Z",
       "properties": {"price": 5, "day": "2026-01-01", "$groups": {"company": "acme", "team": "x"},
         "$set": {"email": "Ada@acme.com", "age": 36}}},
      {"event": "buy", "distinct_id": "b", "timestamp": "2026-03-02T10:00:00Z",
       "properties": {"price": 6, "note": "hm", "$set_once": {"name": "Bob"}}},
      {"event": "visit", "distinct_id": "ghost", "timestamp": "2026-03-02T10:00:00Z",
       "properties": {"$process_person_profile": false}},
      {"event": "$identify", "distinct_id": "a", "timestamp": "2026-03-03T10:00:00Z",
       "properties": {"$anon_distinct_id": "device"}},
      {"event": "$groupidentify", "distinct_id": "a", "timestamp": "2026-03-03T10:00:00Z",
       "properties": {"$group_type": "company", "$group_key": "acme",
         "$group_set": {"name": "Acme Inc", "seats": 12}}},
      {"event": "$groupidentify", "distinct_id": "a", "timestamp": "2026-03-04T10:00:00Z",
       "properties": {"$group_type": "company", "$group_key": "umbra"}}""";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    acme.capture(EVENTS);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  @Test
  void properties_are_listed_with_their_types_and_times() throws Exception {
    JsonNode events = acme.get("property_definitions/");
    assertThat(Acme.texts(events.get("results"), "name"))
        .containsExactly(
            "$anon_distinct_id",
            "$group_key",
            "$group_type",
            "$process_person_profile",
            "day",
            "note",
            "price");
    JsonNode price = acme.get("property_definitions/?search=PRI").at("/results/0");
    assertThat(price.get("property_type").asText()).isEqualTo("Numeric");
    assertThat(price.get("is_numerical").asBoolean()).isTrue();
    assertThat(price.get("created_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(price.get("last_seen_at").asText()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(types("type=event&properties=day,note")).isEqualTo("DateTime String ");
    assertThat(types("type=person")).isEqualTo("Numeric String String ");
    assertThat(types("type=group&group_type_index=0")).isEqualTo("String Numeric ");
    assertThat(types("type=group&group_type_index=1")).isEmpty();
    assertThat(types("is_numerical=true")).isEqualTo("Numeric ");
    JsonNode page = acme.get("property_definitions/?limit=2&offset=2");
    assertThat(Acme.texts(page.get("results"), "name"))
        .containsExactly("$group_type", "$process_person_profile");
    assertThat(page.get("next").asText()).contains("offset=4");
    assertThat(acme.get("/api/projects/2/property_definitions/").get("count").asInt()).isZero();
    acme.refused(400, "GET", "property_definitions/?type=thing", Acme.ADA, "");
  }

  private String types(String query) throws Exception {
    StringBuilder types = new StringBuilder();
    for (JsonNode each : acme.get("property_definitions/?" + query).get("results")) {
      types.append(each.get("property_type").asText()).append(' ');
    }
    return types.toString();
  }

  @Test
  void a_type_named_by_hand_overrules_until_it_is_taken_back() throws Exception {
    JsonNode price = acme.get("property_definitions/?search=price").at("/results/0");
    String path = "property_definitions/" + price.get("id").asText() + "/";
    JsonNode named = acme.patch(path, "{\"property_type\": \"String\"}");
    assertThat(named.get("property_type").asText()).isEqualTo("String");
    assertThat(acme.get(path)).isEqualTo(named);
    assertThat(acme.patch(path, "{\"property_type\": null}")).isEqualTo(price);
    JsonNode error = acme.refused(400, "PATCH", path, Acme.ADA, "{\"property_type\": \"Text\"}");
    assertThat(error.get("attr").asText()).isEqualTo("property_type");
    acme.refused(403, "PATCH", path, Acme.VIC, "{\"property_type\": \"String\"}");
    acme.refused(404, "GET", "/api/projects/2/" + path, Acme.ADA, "");
  }

  @Test
  void names_of_events_are_listed() throws Exception {
    JsonNode all = acme.get("event_definitions/");
    assertThat(Acme.texts(all.get("results"), "name"))
        .containsExactly("$groupidentify", "$identify", "buy", "visit");
    JsonNode visit = acme.get("event_definitions/?search=vis").at("/results/0");
    assertThat(visit.get("created_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(visit.get("last_seen_at").asText()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(acme.get("event_definitions/" + visit.get("id").asText() + "/")).isEqualTo(visit);
    acme.refused(404, "GET", "event_definitions/x/", Acme.ADA, "");
  }

  @Test
  void groups_are_listed_by_type() throws Exception {
    JsonNode types = acme.get("groups_types/");
    assertThat(Acme.texts(types, "group_type")).containsExactly("company", "team");
    assertThat(Acme.texts(types, "group_type_index")).containsExactly("0", "1");
    JsonNode all = acme.get("groups/?group_type_index=0");
    assertThat(Acme.texts(all.get("results"), "group_key")).containsExactly("umbra", "acme");
    assertThat(all.at("/results/1/group_properties/seats").asInt()).isEqualTo(12);
    assertThat(all.at("/results/1/created_at").asText()).isEqualTo("2026-03-03T10:00:00Z");
    JsonNode found = acme.get("groups/?group_type_index=0&search=inc");
    assertThat(Acme.texts(found.get("results"), "group_key")).containsExactly("acme");
    assertThat(acme.get("groups/?group_type_index=1").get("count").asInt()).isZero();
    assertThat(acme.get("groups/find?group_type_index=0&group_key=acme").get("group_key").asText())
        .isEqualTo("acme");
    acme.refused(404, "GET", "groups/find?group_type_index=0&group_key=x", Acme.ADA, "");
    for (String query : new String[] {"", "?group_type_index=first"}) {
      JsonNode error = acme.refused(400, "GET", "groups/" + query, Acme.ADA, "");
      assertThat(error.get("attr").asText()).isEqualTo("group_type_index");
    }
  }

  @Test
  void questions_are_asked_by_groups() throws Exception {
    JsonNode answer =
        acme.expect(
            200,
            "POST",
            "query/",
            Acme.ADA,
            """
            {"query": {"kind": "TrendsQuery", "series": [{"kind": "EventsNode", "event": "visit"}],
              "properties": [{"type": "group", "group_type_index": 0, "key": "name",
                "operator": "icontains", "value": "inc"}]}}""");
    assertThat(answer.at("/results/0/count").asInt()).isEqualTo(1);
  }

  @Test
  void persons_are_listed_searched_and_shown() throws Exception {
    JsonNode all = acme.get("persons/");
    assertThat(all.get("count").asInt()).isEqualTo(2);
    assertThat(Acme.texts(all.get("results"), "name")).containsExactly("Bob", "Ada@acme.com");
    JsonNode ada = all.at("/results/1");
    assertThat(ada.get("distinct_ids").toString()).isEqualTo("[\"a\",\"device\"]");
    assertThat(ada.at("/properties/age").asInt()).isEqualTo(36);
    assertThat(ada.get("created_at").asText()).isEqualTo("2026-03-01T10:20:00Z");
    for (String name : new String[] {ada.get("uuid").asText(), "a", "device"}) {
      assertThat(acme.get("persons/" + name + "/")).isEqualTo(ada);
    }
    assertThat(acme.get("persons/?distinct_id=device").at("/results/0")).isEqualTo(ada);
    assertThat(acme.get("persons/?distinct_id=none").get("count").asInt()).isZero();
    assertThat(names("email=bob@acme.com")).isEmpty();
    assertThat(names("email=" + encoded(ada.at("/properties/email").asText())))
        .isEqualTo("Ada@acme.com ");
    assertThat(names("search=ADA")).isEqualTo("Ada@acme.com ");
    assertThat(names("search=devi")).isEqualTo("Ada@acme.com ");
    assertThat(
            names("properties=" + encoded("[{\"key\":\"age\",\"operator\":\"gt\",\"value\":30}]")))
        .isEqualTo("Ada@acme.com ");
    assertThat(names("properties=%5B%5D")).isEqualTo("Bob Ada@acme.com ");
    assertThat(acme.get("persons/?limit=1").get("next").asText()).contains("offset=1");
    JsonNode error = acme.refused(400, "GET", "persons/?properties=%7B", Acme.ADA, "");
    assertThat(error.get("detail").asText()).isEqualTo("Properties are unparsable!");
    acme.refused(404, "GET", "persons/nobody/", Acme.ADA, "");
    acme.refused(404, "GET", "/api/projects/2/persons/a/", Acme.ADA, "");
  }

  private String names(String query) throws Exception {
    StringBuilder names = new StringBuilder();
    for (JsonNode each : acme.get("persons/?" + query).get("results")) {
      names.append(each.get("name").asText()).append(' ');
    }
    return names.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
