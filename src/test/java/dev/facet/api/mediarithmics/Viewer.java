package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A server with events of two persons, and dashboards about them to be looked at. */
final class Viewer implements AutoCloseable {
  private static final String EVENTS =
      """
      {"api_key": "phc_web", "historical_migration": true, "batch": [
       {"event":"$pageview","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"$session_id":"s1","channel_id":"1","channel_name":"Web","$set":{"plan":"gold"}}},
       {"event":"buy","distinct_id":"a","timestamp":"2026-03-01T10:05:00Z","properties":{"$session_id":"s1","channel_id":"1"}},
       {"event":"$pageview","distinct_id":"b","timestamp":"2026-03-01T23:30:00Z","properties":{"$session_id":"s2","channel_id":"1"}},
       {"event":"$pageview","distinct_id":"b","timestamp":"2026-03-02T10:00:00Z","properties":{"$session_id":"s3","channel_id":"2"}}]}
      """;
  private static final String FILTERS =
      """
      [{"technical_name": "Channels", "title": "Channel", "values_retrieve_method": "Query",
        "values_query": "SELECT {channel_id @map} FROM UserEvent", "multi_select": true, "query_fragments": [
          {"type": "OTQL", "starting_object_type": "UserEvent", "fragment": "channel_id IN $values"},
          {"type": "OTQL", "starting_object_type": "UserPoint", "fragment": "events { channel_id IN $values }"},
          {"type": "activities_analytics", "fragment": [
            {"dimension_name": "channel_id", "operator": "IN_LIST", "expressions": ["placeholder"]}]}]},
       {"technical_name": "name", "title": "Event", "multi_select": false,
        "values_query": "SELECT {name @map} FROM UserEvent", "query_fragments": [
          {"type": "OTQL", "starting_object_type": "UserEvent", "fragment": "name = $values"}]},
       {"technical_name": "SEGMENTS", "values_query": "SELECT {id @map} FROM UserSegment", "query_fragments": []},
       {"technical_name": "compartments", "values_query": "SELECT {compartment_id @map} FROM UserAccount",
        "query_fragments": []},
       {"technical_name": "odd", "query_fragments": [
          {"type": "OTQL", "starting_object_type": "UserProfile", "fragment": "nonsense ("}]},
       {"technical_name": "odder", "query_fragments": [
          {"type": "activities_analytics", "fragment": [{"dimension_name": "age", "operator": "EXACT"}]}]}]""";
  static final String EVENTS_OF_ALL =
      "{'type':'OTQL','query_text':'SELECT @count{} FROM UserEvent'}";
  static final String OR =
      "{'type':'OTQL','query_text':'SELECT @count{} FROM UserEvent WHERE channel_id = \\'2\\' OR name = \\'buy\\''}"
          .replace("\\'", "\\\"");
  static final String JOINED =
      "{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint JOIN UserEvent WHERE name = \\'buy\\''}"
          .replace("\\'", "\\\"");
  static final String SESSIONS =
      "{'type':'activities_analytics','query_json':{"
          + "'dimensions':[],'metrics':[{'expression':'sessions'}]}}";
  static final String VOLUMES =
      "{'type':'collection_volumes','query_json':{'dimensions':[],'metrics':[{'expression':'count'}],"
          + "'dimension_filter_clauses':{'filters':[{'dimension_name':'datamart_id','operator':'EXACT','expressions':[1]},"
          + "{'dimension_name':'collection','operator':'EXACT','expressions':['UserEvent']}]}}}";

  final Console console;

  Viewer(Path folder) throws Exception {
    console = new Console(folder);
    assertThat(console.server.post("/batch/", null, EVENTS).status()).isEqualTo(200);
    assertThat(console.server.post("/facet/v1/flush", Console.KEY, null).status()).isEqualTo(200);
  }

  String board(String... datasets) throws Exception {
    ObjectNode content = (ObjectNode) json("{\"sections\": [{\"title\": \"\", \"cards\": []}]}");
    content.set("available_filters", json(FILTERS));
    for (String dataset : datasets) {
      ObjectNode card =
          (ObjectNode) json("{\"x\":0,\"y\":0,\"w\":6,\"h\":3,\"charts\":[{\"type\":\"Metric\"}]}");
      ((ObjectNode) card.at("/charts/0")).set("dataset", json(dataset.replace('\'', '"')));
      ((ArrayNode) content.at("/sections/0/cards")).add(card);
    }
    String id = console.register("Views");
    Reply put = console.put("/v1/dashboards/" + id + "/content", content.toString());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(put.json().at("/data/content")).isEqualTo(content);
    return id;
  }

  Reply look(String id, String query) throws Exception {
    String path = "/facet/v1/projects/1/dashboards/" + id + "/data" + query;
    return console.server.get(path, Console.KEY);
  }

  String values(String id, String query) throws Exception {
    Reply reply = look(id, query);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    StringBuilder values = new StringBuilder();
    for (JsonNode chart : reply.json().path("charts")) {
      JsonNode error = chart.path("error");
      values.append(error.isMissingNode() ? chart.at("/dataset/value") : error).append(' ');
    }
    return values.toString().strip();
  }

  static String filters(String json) {
    return "?filters=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  String segment(String definition) throws Exception {
    Reply made = console.server.post("/api/projects/1/cohorts/", Console.KEY, definition);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  String gold() throws Exception {
    return segment(
        """
        {"name": "Rich", "filters": {"properties": {"type": "AND", "values": [{"type": "AND", "values": [
          {"type": "person", "key": "plan", "operator": "exact", "value": "gold"}]}]}}}""");
  }

  String saved(String language, String text) throws Exception {
    ObjectNode body = (ObjectNode) json("{}");
    body.put("query_language", language).put("query_text", text);
    Reply made = console.post("/v1/datamarts/1/queries", body.toString());
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return made.json().at("/data/id").asText();
  }

  @Override
  public void close() {
    console.close();
  }
}
