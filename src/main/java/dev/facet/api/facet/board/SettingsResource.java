package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Accounts.Member;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Reader;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.collaborator.Collaborator;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said about one dashboard. A change is one transaction, and one revision. */
record SettingsResource(Dashboards dashboards, Accounts accounts) {

  Response show(Request request) {
    Map<Long, Member> members = members(request);
    return answer(
        dashboards.read(
            BoardRequest.actor(request),
            reader -> settings(reader, reader.get(BoardRequest.id(request)), members)));
  }

  Response change(Request request) {
    SettingsInput input = SettingsInput.read(Json.read(request.body()));
    Map<Long, Member> members = members(request);
    checkMembers(input, members);
    return answer(
        dashboards.write(
            BoardRequest.actor(request),
            editor -> settings(editor.read(), changed(editor, request, input), members)));
  }

  private static Sheet changed(Editor editor, Request request, SettingsInput input) {
    long id = BoardRequest.id(request);
    Sheet sheet =
        editor.edit(
            id,
            BoardRequest.expected(request),
            before -> before.with(input.over(before.dashboard().registration())));
    if (input.letIn() != null) {
      editor.letIn(id, input.letIn());
    }
    return sheet;
  }

  private static void checkMembers(SettingsInput input, Map<Long, Member> members) {
    if (input.letIn() == null) {
      return;
    }
    for (long user : input.letIn().keySet()) {
      if (!members.containsKey(user)) {
        throw FailureException.invalid(
            "user_not_found",
            "collaborators",
            "There is no user %d in this organisation.".formatted(user));
      }
    }
  }

  private static Response answer(ObjectNode settings) {
    return Response.json(200, settings)
        .with("ETag", '"' + settings.path("revision").asText() + '"');
  }

  private static ObjectNode settings(Reader reader, Sheet sheet, Map<Long, Member> members) {
    List<Collaborator> letIn = reader.collaborators(sheet.dashboard().id());
    ObjectNode node = SettingsWire.show(sheet.dashboard(), letIn, members);
    node.putObject("may")
        .put("edit", reader.mayEdit(sheet.dashboard()))
        .put("restrict", reader.mayRestrict(sheet.dashboard()))
        .put("hide", reader.isOwn(sheet.dashboard()));
    return node;
  }

  private Map<Long, Member> members(Request request) {
    return accounts.members(request.recall(Project.class).organisation()).stream()
        .collect(Collectors.toMap(member -> member.user().id(), Function.identity()));
  }

  Response tags(Request request) {
    ArrayNode tags = FacetWire.array();
    dashboards.read(BoardRequest.actor(request), Reader::tags).forEach(tags::add);
    return Response.json(200, FacetWire.list(tags, tags.size(), null));
  }
}
