package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.ingest.social.Connector.Posts;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code …/media}: the newest posts of an account, as its network lists them. */
record MediaResource(Profiles profiles, LiveReads live) {
  private static final int USUAL = 25;
  private static final int MOST = 100;
  private static final Map<String, Integer> MOST_OF = Map.of("tiktok", 20, "youtube", 50);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withZone(ZoneOffset.UTC);

  Response list(Call call) {
    String name = Given.required(call.request(), "platform");
    String user = Given.required(call.request(), "user");
    String platform = Platforms.read(Given.shown(name), "platform");
    int asked = Given.number(call.request(), "limit", 0).orElse(USUAL);
    int limit = Math.clamp(asked, 1, MOST_OF.getOrDefault(platform, MOST));
    Optional<String> cursor = Given.text(call.request(), "cursor");
    if (platform.equals("linkedin") && cursor.isPresent()) {
      throw FailureException.invalid(
          "no_cursor", "cursor", "Parameter cursor: linkedin lists the newest posts only.");
    }
    profiles.get(call.project().id(), user);
    Held account =
        profiles
            .held(call.project().id(), user, platform)
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        "not_connected",
                        "platform",
                        "The profile has no account at " + platform + "."));
    return Response.json(200, shown(posts(account, limit, cursor), limit));
  }

  private Posts posts(Held account, int limit, Optional<String> cursor) {
    try {
      return live.posts(account, limit, cursor);
    } catch (NetworkException refusal) {
      throw new FailureException(
          new Failure.Upstream(UploadPostErrors.NETWORK, String.valueOf(refusal.getMessage())));
    }
  }

  private static ObjectNode shown(Posts posts, int limit) {
    ObjectNode body = UploadPostWire.success();
    ArrayNode media = body.putArray("media");
    posts.posts().forEach(post -> media.add(shown(post)));
    body.putObject("pagination")
        .put("limit", limit)
        .put("next_cursor", posts.next().orElse(null))
        .put("has_more", posts.next().isPresent());
    return body;
  }

  private static ObjectNode shown(Reading.Post post) {
    return UploadPostWire.object()
        .put("id", post.id())
        .put("caption", post.caption() == null ? post.title() : post.caption())
        .put("media_type", post.mediaType())
        .put("media_url", post.mediaUrl())
        .put("permalink", post.url())
        .put("timestamp", time(post.publishedAt()))
        .put("thumbnail_url", post.thumbnailUrl());
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : TIME.format(at);
  }
}
