package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Cursor;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.api.uploadpost.wire.Window;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.query.Query;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code …/post-analytics/cached}: the stored numbers of posts, a row for each day. */
record CachedResource(Profiles profiles, Asking asking, InstantSource clock) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** A post that is stored twice, as uploaded and as its network showed it, is told once. */
  private static final String ROWS =
      """
      SELECT coalesce(p.platform_post_id, p.post_id) AS theirs, p.platform AS platform,
        p.url AS url, p.media_type AS media_type, p.published_at AS published_at,
        s.date AS date, s.metrics AS metrics
      FROM post_snapshots AS s JOIN posts AS p ON s.post_id = p.post_id
      WHERE p.profile = {profile} AND s.date >= {from} AND s.date <= {to}%s
      ORDER BY date DESC, theirs, platform, isNull(p.request_id), p.post_id
      LIMIT 1 BY date, theirs, platform
      LIMIT %d OFFSET %d""";

  Response list(Call call) {
    String user = Given.required(call.request(), "user");
    Optional<String> platform = Given.platform(call.request());
    int limit = Math.min(MOST, Given.number(call.request(), "limit", 1).orElse(USUAL));
    long first = Given.text(call.request(), "cursor").map(Cursor::read).orElse(0L);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Window window = Window.between(call.request(), "since", "until", today);
    profiles.get(call.project().id(), user);
    Query rows = rows(user, platform, window, new Part(limit, first));
    List<List<@Nullable Object>> found = asking.ask(call.project(), rows).getFirst().rows();
    ObjectNode body = UploadPostWire.success();
    body.put("profile_username", user);
    body.put("platform", platform.orElse(null));
    body.put("since", window.from().toString());
    body.put("until", window.to().toString());
    body.put("source", "snapshot_cache");
    ArrayNode posts = body.putArray("posts");
    for (List<@Nullable Object> row : found.subList(0, Math.min(limit, found.size()))) {
      posts.add(shown(row, user));
    }
    boolean more = found.size() > limit;
    body.put("limit", limit);
    body.put("next_cursor", more ? Cursor.of(first + limit) : null);
    body.put("has_more", more);
    return Response.json(200, body);
  }

  /** So many rows after the first ones, and one more to see whether there are. */
  private record Part(int limit, long first) {}

  private static Query rows(String user, Optional<String> platform, Window window, Part part) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("profile", user);
    values.put("from", window.from().toString());
    values.put("to", window.to().toString());
    platform.ifPresent(name -> values.put("platform", name));
    String narrowed = platform.isPresent() ? " AND p.platform = {platform}" : "";
    return Selection.sql(ROWS.formatted(narrowed, part.limit() + 1, part.first()), values);
  }

  private static ObjectNode shown(List<@Nullable Object> row, String user) {
    ObjectNode node = UploadPostWire.object();
    String date = String.valueOf(row.get(5));
    node.set("post_id", UploadPostWire.text(row.getFirst()));
    node.set("platform", UploadPostWire.text(row.get(1)));
    node.put("profile_username", user);
    node.put("date", date);
    node.put("captured_at", date + "T00:00:00Z");
    node.set("metrics", UploadPostWire.metrics(row.get(6)));
    node.set("post_url", UploadPostWire.text(row.get(2)));
    node.set("media_type", UploadPostWire.text(row.get(3)));
    node.set("upload_timestamp", UploadPostWire.time(row.get(4)));
    return node;
  }
}
