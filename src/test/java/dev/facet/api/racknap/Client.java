package dev.facet.api.racknap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A server with Acme, called as a client of the vendor does. */
final class Client implements AutoCloseable {
  static final String ALL = "/api/dashboards";
  static final String OURS = "/facet/v1/projects/1/dashboards";

  /** As the vendor's page prints it. */
  static final String SUMMARY =
      """
      {
        "name": "Executive Summary",
        "description": "Key metrics and KPIs",
        "type": "executive",
        "widgets": [
          {"id": "widget_1", "type": "revenue_chart", "title": "Monthly Revenue", "size": "large"},
          {"id": "widget_2", "type": "active_subscriptions", "title": "Active Subscriptions", "size": "small"}
        ],
        "refreshInterval": 60
      }""";

  final ServerUnderTest server;

  Client(Path folder) throws IOException {
    server = ServerUnderTest.start(folder);
  }

  Reply get(String path) throws Exception {
    return server.get(path, "phx_all");
  }

  Reply post(String path, String body) throws Exception {
    return server.post(path, "phx_all", body);
  }

  Reply put(String path, String body) throws Exception {
    return server.send("PUT", path, "phx_all", body);
  }

  Reply delete(String path) throws Exception {
    return server.send("DELETE", path, "phx_all", null);
  }

  /** Makes a dashboard and returns its id. */
  String create(String body) throws Exception {
    return made(post(ALL, body)).path("id").asText();
  }

  /** Makes a dashboard with these widgets, given as a JSON list. */
  String create(String name, String widgets) throws Exception {
    return create("{\"name\":\"" + name + "\",\"widgets\":" + widgets + "}");
  }

  /** Makes a dashboard in our own form and returns its number. */
  long ours(String body) throws Exception {
    return made(post(OURS, body)).path("id").longValue();
  }

  private static JsonNode made(Reply reply) {
    if (reply.status() != 201) {
      throw new AssertionError(reply.status() + " " + reply.body());
    }
    return reply.json();
  }

  /** Sends rows of a dataset and waits until they are seen. */
  void rows(String dataset, String rows) throws Exception {
    Reply sent = post("/facet/v1/projects/1/datasets/" + dataset + "/rows", rows);
    if (!sent.json().path("rejected").isEmpty()) {
      throw new AssertionError(sent.body());
    }
    post("/facet/v1/flush", "");
  }

  /** The list that these options give; names and values are written out. */
  Reply list(String... options) throws Exception {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < options.length; i += 2) {
      query.append(i == 0 ? '?' : '&').append(encode(options[i])).append('=');
      query.append(encode(options[i + 1]));
    }
    return get(ALL + query);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One field of each element of a list. */
  static List<String> each(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(element -> element.path(field).asText())
        .toList();
  }

  /** The places of the cards, as x,y,w,h, section by section. */
  List<String> places(String id) throws Exception {
    JsonNode ours = get(OURS + "/" + id.substring("dashboard_".length())).json();
    return StreamSupport.stream(ours.path("sections").spliterator(), false)
        .flatMap(section -> StreamSupport.stream(section.path("cards").spliterator(), false))
        .map(c -> c.path("x") + "," + c.path("y") + "," + c.path("w") + "," + c.path("h"))
        .toList();
  }

  static JsonNode json(@Nullable String text) {
    return Json.read(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
