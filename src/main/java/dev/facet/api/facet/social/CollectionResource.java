package dev.facet.api.facet.social;

import static dev.facet.api.facet.social.ProfilesResource.project;
import static dev.facet.api.facet.social.ProfilesResource.username;

import dev.facet.api.facet.Slice;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.collect.Collector;
import dev.facet.ingest.social.collect.Run;
import dev.facet.ingest.social.collect.Runs;
import dev.facet.ingest.social.profile.Profiles;
import java.util.List;
import java.util.Set;

/** Collecting from networks now, and what became of it before. */
final class CollectionResource {
  private final Profiles profiles;
  private final Collector collector;
  private final Runs runs;

  CollectionResource(Profiles profiles, Collector collector, Runs runs) {
    this.profiles = profiles;
    this.collector = collector;
    this.runs = runs;
  }

  Response collect(Request request) {
    profiles.get(project(request), username(request));
    Fields fields = ProfilesResource.fields(request);
    boolean all = !fields.has("platforms");
    List<String> named =
        fields.list("platforms", (node, path) -> Platforms.read(Fields.text(node, path), path));
    fields.done();
    Set<String> platforms = Set.copyOf(all ? Platforms.ALL : named);
    return Response.json(
        200,
        SocialWire.collection(
            collector.collect(project(request), username(request), platforms, Run.Cause.REQUEST)));
  }

  Response runs(Request request) {
    profiles.get(project(request), username(request));
    List<Run> newest = runs.list(project(request), username(request), Slice.of(request).limit());
    return Response.json(200, SocialWire.list(newest, newest.size(), null, SocialWire::run));
  }
}
