package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.ingest.social.profile.Profiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code …/reddit/detailed-posts}: the stored posts of a profile at Reddit, the newest first. */
record RedditResource(Profiles profiles, Asking asking, PostFigures figures) {
  private static final int MOST = 100;

  Response list(Call call) {
    String user = Given.required(call.request(), "profile_username");
    profiles.get(call.project().id(), user);
    Selection stored =
        new Selection("posts")
            .where("platform = 'reddit'")
            .where("profile = {profile}", "profile", user);
    List<StoredPost> posts =
        StoredPost.of(
                asking
                    .ask(
                        call.project(),
                        stored.rows(StoredPost.COLUMNS, "published_at DESC, post_id", MOST, 0))
                    .getFirst())
            .toList();
    ObjectNode body = UploadPostWire.success().put("profile_username", user);
    ArrayNode list = body.putArray("posts");
    var metrics = figures.newest(call.project(), posts);
    posts.forEach(post -> list.add(shown(post, metrics.get(post.id()))));
    return Response.json(200, body);
  }

  private static ObjectNode shown(StoredPost post, @Nullable ObjectNode metrics) {
    ObjectNode node = UploadPostWire.object().put("id", post.theirs());
    node.set("title", UploadPostWire.text(post.value("title")));
    node.set("text", UploadPostWire.text(post.value("caption")));
    node.set("media_type", UploadPostWire.text(post.value("media_type")));
    node.set("permalink", UploadPostWire.text(post.value("url")));
    node.set("created_at", UploadPostWire.time(post.value("published_at")));
    node.set("metrics", metrics == null ? UploadPostWire.object() : metrics);
    return node;
  }
}
