package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.access.Caller;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.dashboard.Actor;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;

/** A request about a project by a caller who may make it. */
record Call(Request request, Caller caller, Project project) {
  private static final String ORGANISATION = "organisation_id";

  static Call of(Request request) {
    return new Call(request, request.recall(Caller.class), request.recall(Project.class));
  }

  Actor actor() {
    return Actor.of(caller, project);
  }

  /** The number in the path. */
  long id() {
    return request.pathNumber("id");
  }

  JsonNode body() {
    return Json.read(request.body());
  }

  /** The organisation's id, which is also its community's. */
  String organisation() {
    return Long.toString(project.organisation());
  }

  /** Refuses calls that do not say whose things they want. */
  void requireOrganisation() {
    if (request.query(ORGANISATION).isEmpty()) {
      throw FailureException.invalid("required", ORGANISATION, "this parameter is required.");
    }
    checkOrganisation();
  }

  /** Refuses calls that name another organisation than the caller's. */
  void checkOrganisation() {
    request.query(ORGANISATION).ifPresent(this::checkOrganisation);
  }

  /** Refuses another organisation than the caller's. */
  void checkOrganisation(String id) {
    if (!id.equals(organisation())) {
      throw new FailureException(
          new Failure.NotAllowed(
              "foreign_organisation", false, "organisation '" + id + "' is not yours."));
    }
  }
}
