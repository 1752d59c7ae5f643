package dev.facet.api.facet.social;

import dev.facet.api.facet.Slice;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.ingest.social.profile.Profile;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.List;

/** The profiles of a project. */
final class ProfilesResource {
  private static final int LONGEST_NAME = 200;

  private final Profiles profiles;

  ProfilesResource(Profiles profiles) {
    this.profiles = profiles;
  }

  Response list(Request request) {
    Slice slice = Slice.of(request);
    List<Profile> all = profiles.list(project(request));
    List<Profile> part = all.stream().skip(slice.offset()).limit(slice.limit()).toList();
    long end = slice.offset() + part.size();
    Long next = end < all.size() ? (Long) end : null;
    return Response.json(200, SocialWire.list(part, all.size(), next, SocialWire::profile));
  }

  Response get(Request request) {
    return Response.json(
        200, SocialWire.profile(profiles.get(project(request), username(request))));
  }

  Response put(Request request) {
    Fields fields = fields(request);
    String displayName = fields.text("display_name");
    fields.done();
    if (displayName != null && displayName.length() > LONGEST_NAME) {
      throw FailureException.invalid(
          "too_long", "display_name", "display_name has at most " + LONGEST_NAME + " characters.");
    }
    Profiles.Put<Profile> put = profiles.put(project(request), username(request), displayName);
    return Response.json(put.isNew() ? 201 : 200, SocialWire.profile(put.value()));
  }

  Response delete(Request request) {
    profiles.delete(project(request), username(request));
    return Response.empty(204);
  }

  /** The fields of a body that may be left out. */
  static Fields fields(Request request) {
    return request.body().length == 0 ? Fields.none() : Fields.of(Json.read(request.body()), "");
  }

  static long project(Request request) {
    return request.recall(Project.class).id();
  }

  static String username(Request request) {
    return request.pathParameter("username");
  }
}
