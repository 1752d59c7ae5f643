package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code …/history} and {@code …/status}: what was uploaded, and how that went. */
record HistoryResource(Asking asking) {
  private static final List<Integer> LIMITS = List.of(10, 20, 50, 100);
  private static final int LONGEST = 200;
  private static final int MOST = 1_000;

  Response list(Call call) {
    int page = number(call, "page", 1).filter(n -> n >= 1).orElseThrow(() -> invalid("page"));
    int limit =
        number(call, "limit", LIMITS.getFirst())
            .filter(LIMITS::contains)
            .orElseThrow(() -> invalid("limit"));
    long first = (long) (page - 1) * limit;
    List<Table> answers =
        asking.ask(
            call.project(),
            uploads(call).rows(StoredPost.COLUMNS, "published_at DESC, post_id", limit, first),
            uploads(call).count());
    List<StoredPost> posts = StoredPost.of(answers.getFirst()).toList();
    Map<String, Long> sizes = sizes(call, posts);
    ObjectNode body = UploadPostWire.object();
    ArrayNode history = body.putArray("history");
    posts.forEach(post -> history.add(shown(post, call, sizes)));
    body.put("total", count(answers.getLast()));
    body.put("page", page);
    body.put("limit", limit);
    body.putArray("in_progress");
    return Response.json(200, body);
  }

  /** The number, the usual one when there is no such parameter, empty when it is none. */
  private static Optional<Integer> number(Call call, String name, int usual) {
    Optional<String> text = Given.text(call.request(), name);
    return text.isEmpty()
        ? Optional.of(usual)
        : text.filter(digits -> digits.matches("\\d{1,7}")).map(Integer::valueOf);
  }

  private static FailureException invalid(String name) {
    return FailureException.invalid("invalid_" + name, name, "Invalid " + name);
  }

  private static Selection uploads(Call call) {
    Selection uploads = new Selection("posts").where("isNotNull(request_id)");
    Given.text(call.request(), "request_id")
        .ifPresent(
            id -> {
              if (id.length() > LONGEST) {
                throw invalid("request_id");
              }
              uploads.where("request_id = {request}", "request", id);
            });
    Given.day(call.request(), "start")
        .ifPresent(
            day ->
                uploads.where(
                    "published_at >= fromUnixTimestamp64Milli({start})", "start", millis(day)));
    Given.day(call.request(), "end")
        .ifPresent(
            day ->
                uploads.where(
                    "published_at < fromUnixTimestamp64Milli({end})",
                    "end",
                    millis(day.plusDays(1))));
    return uploads;
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static long count(Table table) {
    return table.rows().getFirst().getFirst() instanceof Long count ? count : 0;
  }

  /** How many networks each upload of the page went to. */
  private Map<String, Long> sizes(Call call, List<StoredPost> posts) {
    Map<String, Long> sizes = new HashMap<>();
    List<String> requests = posts.stream().map(post -> post.text("request_id")).distinct().toList();
    if (!requests.isEmpty()) {
      asking
          .ask(
              call.project(),
              new Selection("posts")
                  .where("request_id IN {requests}", "requests", requests)
                  .groups("request_id, count()", "request_id"))
          .getFirst()
          .rows()
          .forEach(
              row ->
                  sizes.put(String.valueOf(row.getFirst()), row.get(1) instanceof Long n ? n : 0L));
    }
    return sizes;
  }

  private static ObjectNode shown(StoredPost post, Call call, Map<String, Long> sizes) {
    ObjectNode node = UploadPostWire.object();
    node.put("user_email", call.caller().user().email());
    node.put("profile_username", post.profile());
    node.put("platform", post.platform());
    node.set("media_type", UploadPostWire.text(post.value("media_type")));
    node.put("upload_timestamp", time(post));
    node.put("success", !post.hasFailed());
    node.set("platform_post_id", UploadPostWire.text(post.value("platform_post_id")));
    node.set("post_url", UploadPostWire.text(post.value("url")));
    node.set("error_message", UploadPostWire.text(post.value("error_message")));
    node.putNull("media_size_bytes");
    node.set("post_title", UploadPostWire.text(post.value("title")));
    node.set("post_caption", UploadPostWire.text(post.value("caption")));
    node.put("is_async", false);
    node.putNull("job_id");
    node.put("dashboard", false);
    node.put("video_was_transcoded", false);
    node.putNull("changes");
    node.putNull("prevalidation_metadata");
    node.put("request_id", post.text("request_id"));
    node.put("request_total_platforms", sizes.getOrDefault(post.text("request_id"), 1L));
    return node;
  }

  private static @Nullable String time(StoredPost post) {
    return post.value("published_at") instanceof Long micros
        ? UploadPostWire.iso(Micros.toInstant(micros))
        : null;
  }

  /** How an upload went, network by network. */
  Response status(Call call) {
    String id =
        Given.text(call.request(), "request_id")
            .or(() -> Given.text(call.request(), "job_id"))
            .orElseThrow(
                () -> FailureException.invalid("missing", "request_id", "request_id is required"));
    Selection upload = new Selection("posts").where("request_id = {request}", "request", id);
    List<StoredPost> posts =
        StoredPost.of(
                asking
                    .ask(
                        call.project(),
                        upload.rows(StoredPost.COLUMNS, "platform, post_id", MOST, 0))
                    .getFirst())
            .toList();
    return posts.isEmpty() ? notFound(id) : Response.json(200, finished(id, posts));
  }

  private static Response notFound(String id) {
    ObjectNode body = UploadPostWire.object().put("request_id", id).put("status", "not_found");
    body.put("success", false);
    String sentence = "There is no upload \"" + Given.shown(id) + "\".";
    return Response.json(404, body.put("error", sentence).put("message", sentence));
  }

  private static ObjectNode finished(String id, List<StoredPost> posts) {
    ObjectNode body = UploadPostWire.object().put("request_id", id).put("status", "completed");
    body.put("completed", posts.size());
    body.put("total", posts.size());
    ArrayNode results = body.putArray("results");
    for (StoredPost post : posts) {
      results
          .addObject()
          .put("platform", post.platform())
          .put("success", !post.hasFailed())
          .put("message", post.hasFailed() ? post.text("error_message") : "Published")
          .put("upload_timestamp", time(post));
    }
    body.put("last_update", newest(posts));
    return body;
  }

  private static @Nullable String newest(List<StoredPost> posts) {
    return posts.stream()
        .map(HistoryResource::time)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
