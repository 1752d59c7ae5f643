package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.Network;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code …/post-analytics}: what became of a post, with the profile then and now. */
record PostsResource(Profiles profiles, Asking asking, PostFigures figures, LiveReads live) {
  private static final int MOST = 100;

  /** The earliest first. */
  private static final String EARLIEST = "isNull(published_at), published_at, platform, post_id";

  /** What was uploaded goes before the same post as its network showed it. */
  private static final String UPLOADED = "isNull(request_id), post_id";

  /** All that was published of an upload. */
  Response ofRequest(Call call) {
    String request = call.request().pathParameter("request");
    List<StoredPost> posts =
        posts(
            call.project(),
            new Selection("posts").where("request_id = {id}", "id", request),
            EARLIEST);
    if (posts.isEmpty()) {
      throw FailureException.notFound(
          "No post found with request_id \"" + Given.shown(request) + "\".");
    }
    ObjectNode body = UploadPostWire.success();
    ObjectNode about = body.putObject("post");
    about.put("request_id", request);
    about.put("profile_username", posts.getFirst().profile());
    posts.getFirst().describe(about);
    Optional<String> platform =
        Given.text(call.request(), "platform").map(name -> Platforms.find(name).orElse(name));
    List<StoredPost> wanted =
        posts.stream().filter(post -> platform.map(post.platform()::equals).orElse(true)).toList();
    body.set("platforms", platforms(call.project(), wanted));
    return Response.json(200, body);
  }

  /** One post, by the network's own id. */
  Response ofNetwork(Call call) {
    String theirs = Given.required(call.request(), "platform_post_id");
    String name = Given.required(call.request(), "platform");
    String user = Given.required(call.request(), "user");
    String platform = Platforms.read(Given.shown(name), "platform");
    profiles.get(call.project().id(), user);
    StoredPost post = find(call.project(), user, platform, theirs);
    ObjectNode body = UploadPostWire.success();
    describe(body.putObject("post"), post);
    ObjectNode platforms = platforms(call.project(), List.of(post));
    Network.of(platform)
        .ifPresent(network -> network.describe((ObjectNode) platforms.path(platform)));
    body.set("platforms", platforms);
    return Response.json(200, body);
  }

  private StoredPost find(Project project, String user, String platform, String theirs) {
    Selection stored =
        new Selection("posts")
            .where("profile = {profile}", "profile", user)
            .where("platform = {platform}", "platform", platform)
            .where("platform_post_id = {id}", "id", theirs);
    return posts(project, stored, UPLOADED).stream()
        .findFirst()
        .orElseGet(() -> StoredPost.unknown(user, platform, theirs));
  }

  private static void describe(ObjectNode node, StoredPost post) {
    Object request = post.value("request_id");
    node.put("platform_post_id", post.theirs());
    node.put("platform", post.platform());
    node.put("profile_username", post.profile());
    node.put("source", request == null ? "organic" : "api_uploaded");
    if (request != null) {
      node.put("request_id", request.toString());
    }
    if (post.isStored()) {
      post.describe(node);
    }
  }

  private List<StoredPost> posts(Project project, Selection selection, String order) {
    return StoredPost.of(
            asking.ask(project, selection.rows(StoredPost.COLUMNS, order, MOST, 0)).getFirst())
        .toList();
  }

  private ObjectNode platforms(Project project, List<StoredPost> posts) {
    Map<String, Held> accounts = new HashMap<>();
    for (StoredPost post : posts) {
      if (!post.hasFailed() && !post.theirs().isEmpty()) {
        profiles
            .held(project.id(), post.profile(), post.platform())
            .ifPresent(held -> accounts.put(post.id(), held));
      }
    }
    if (!accounts.isEmpty()) {
      live.count(project);
    }
    ObjectNode platforms = UploadPostWire.object();
    Map<String, LiveReads.Read> read = live.metrics(posts, accounts);
    Map<String, ObjectNode> stored = figures.newest(project, posts);
    for (StoredPost post : posts) {
      ObjectNode node = platforms.putObject(post.platform());
      head(node, post);
      if (!post.hasFailed()) {
        metrics(node, post, read.get(post.id()), stored.get(post.id()));
      }
      snapshots(node, project, post);
    }
    return platforms;
  }

  private static void head(ObjectNode node, StoredPost post) {
    node.put("success", !post.hasFailed());
    node.set("platform_post_id", UploadPostWire.text(post.value("platform_post_id")));
    node.set("post_url", UploadPostWire.text(post.value("url")));
    if (post.hasFailed()) {
      node.set("error_message", UploadPostWire.text(post.value("error_message")));
    }
  }

  /** What was read now, else what is stored. */
  private static void metrics(
      ObjectNode node,
      StoredPost post,
      LiveReads.@Nullable Read read,
      @Nullable ObjectNode stored) {
    switch (read) {
      case LiveReads.Read.Numbers(Map<String, Double> numbers) -> {
        ObjectNode metrics = node.putObject("post_metrics");
        new TreeMap<>(numbers).forEach((name, value) -> metrics.set(name, Json.number(value)));
        node.put("post_metrics_source", "platform_api");
      }
      case LiveReads.Read.Refused(String sentence) -> node.put("post_metrics_error", sentence);
      case null -> stored(node, post, stored);
    }
  }

  private static void stored(ObjectNode node, StoredPost post, @Nullable ObjectNode metrics) {
    if (metrics == null) {
      node.put(
          "post_metrics_error",
          "The profile has no account at "
              + post.platform()
              + ", and no metrics of this post are stored.");
    } else {
      node.set("post_metrics", metrics);
      node.put("post_metrics_source", "snapshot_cache");
    }
  }

  private void snapshots(ObjectNode node, Project project, StoredPost post) {
    Snapshots snapshots = new Snapshots(asking);
    Optional<Snapshots.Level> then =
        post.day()
            .flatMap(
                day ->
                    Optional.ofNullable(
                        snapshots.on(project, post.profile(), day).get(post.platform())));
    Optional<Snapshots.Level> now =
        Optional.ofNullable(
            snapshots
                .newest(project, post.profile(), List.of(post.platform()), live.today())
                .get(post.platform()));
    node.set("profile_snapshot_at_post_date", then.map(Snapshots.Level::metrics).orElse(null));
    node.set("profile_snapshot_latest", now.map(Snapshots.Level::metrics).orElse(null));
    node.put("profile_snapshot_latest_date", now.map(Snapshots.Level::date).orElse(null));
  }
}
