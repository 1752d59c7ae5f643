package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of posts: what was published on one network.
 *
 * @param isStored whether the dataset has it; else somebody asks about a post it does not know
 */
record StoredPost(Map<String, @Nullable Object> values, boolean isStored) {
  /** The columns that are read. */
  static final String COLUMNS =
      "post_id, request_id, profile, platform, platform_post_id, url, title, caption, media_type,"
          + " published_at, success, error_message";

  static Stream<StoredPost> of(Table table) {
    return table.rows().stream()
        .map(
            row -> {
              Map<String, @Nullable Object> values = new HashMap<>();
              for (int i = 0; i < row.size(); i++) {
                values.put(table.columns().get(i).name(), row.get(i));
              }
              return new StoredPost(values, true);
            });
  }

  /** One that is known by the network's id alone. */
  static StoredPost unknown(String profile, String platform, String theirs) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("post_id", profile + "/" + platform + "/" + theirs);
    values.put("profile", profile);
    values.put("platform", platform);
    values.put("platform_post_id", theirs);
    values.put("success", true);
    return new StoredPost(values, false);
  }

  @Nullable Object value(String column) {
    return values.get(column);
  }

  String text(String column) {
    Object value = values.get(column);
    return value == null ? "" : value.toString();
  }

  String id() {
    return text("post_id");
  }

  /** The network's own id. */
  String theirs() {
    return text("platform_post_id");
  }

  String profile() {
    return text("profile");
  }

  String platform() {
    return text("platform");
  }

  boolean hasFailed() {
    return Boolean.FALSE.equals(value("success"));
  }

  /** The day in UTC it was published on. */
  Optional<LocalDate> day() {
    return value("published_at") instanceof Long micros
        ? Optional.of(LocalDate.ofInstant(Micros.toInstant(micros), ZoneOffset.UTC))
        : Optional.empty();
  }

  /** What tells one that is not stored yet. */
  Map<String, @Nullable Object> row() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    List.of("post_id", "profile", "platform", "platform_post_id", "success")
        .forEach(column -> row.put(column, value(column)));
    return row;
  }

  /** Writes what it was about. */
  void describe(ObjectNode node) {
    node.set("post_title", UploadPostWire.text(value("title")));
    node.set("post_caption", UploadPostWire.text(value("caption")));
    node.set("media_type", UploadPostWire.text(value("media_type")));
    node.set("upload_timestamp", UploadPostWire.time(value("published_at")));
  }
}
