package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.api.posthog.wire.Rights;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.collaborator.Collaborators;
import dev.facet.definition.Author;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.nio.charset.StandardCharsets;

/** A request about a project by a caller who may make it. */
public record Call(Request request, Caller caller, Project project, Collaborators collaborators) {

  static Call of(Request request, Collaborators collaborators) {
    return new Call(
        request, request.recall(Caller.class), request.recall(Project.class), collaborators);
  }

  public Actor actor() {
    return Actor.of(caller, project);
  }

  public Onlooker onlooker() {
    return new Onlooker(project, actor(), rights());
  }

  /** The caller as who defines something in the project. */
  public Author author() {
    return new Author(project.id(), caller.user().id());
  }

  public Rights rights() {
    return Rights.of(caller, project, collaborators.edits(project.id(), caller.user().id()));
  }

  public Input input() {
    return Body.input(request);
  }

  /** The number in the path. */
  public long id() {
    return request.pathNumber("id");
  }

  /** The {@code refresh} parameter. */
  public RefreshMode refresh() {
    return request.query("refresh").map(RefreshMode::of).orElse(RefreshMode.FORCE_CACHE);
  }

  /** A parameter that holds a JSON object, empty when it was not given. */
  public ObjectNode override(String name) {
    String text = request.query(name).orElse("{}");
    try {
      if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
        return object;
      }
    } catch (FailureException e) {
      throw invalid(name);
    }
    throw invalid(name);
  }

  private static FailureException invalid(String name) {
    return FailureException.invalid("invalid_input", name, "Invalid JSON in " + name);
  }
}
