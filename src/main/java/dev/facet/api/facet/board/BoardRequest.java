package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.access.Caller;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.dashboard.Actor;
import dev.facet.form.QueryForm;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests about dashboards have in common. */
final class BoardRequest {
  /** Queries that dashboards may hold though they are not computed here. */
  private static final Set<String> OTHERS =
      Set.of(
          "FunnelsQuery",
          "PathsQuery",
          "HogQLQuery",
          "EventsQuery",
          "ReportQuery",
          "OtqlQuery",
          "DatasetTree");

  private BoardRequest() {}

  static Actor actor(Request request) {
    return Actor.of(request.recall(Caller.class), request.recall(Project.class));
  }

  /** The dashboard in the path. */
  static long id(Request request) {
    return request.pathNumber("id");
  }

  static DashboardForm form(Request request) {
    return DashboardForm.read(Json.read(request.body()), BoardRequest::check);
  }

  private static void check(JsonNode query, String path) {
    if (!OTHERS.contains(QueryForm.source(query).path("kind").asText())) {
      QueryForm.read(query, path);
    }
  }

  /** The revision the caller knows, null when it does not say. */
  static @Nullable Long expected(Request request) {
    String given = request.header("If-Match").orElse("").strip();
    String bare = given.replaceAll("^(W/)?\"(.*)\"$", "$2");
    if (bare.isEmpty() || bare.equals("*")) {
      return null;
    }
    if (!bare.matches("\\d{1,18}")) {
      throw FailureException.invalid(
          "if_match", "If-Match", "If-Match holds the number of a revision, not '" + given + "'.");
    }
    return Long.valueOf(bare);
  }
}
