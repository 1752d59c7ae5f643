package dev.facet.ingest.social.network;

import dev.facet.ingest.social.Reading;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A post while it is read, field by field. One thread. */
final class Published {
  private final String id;
  private final Numbers metrics = new Numbers();
  private @Nullable String url;
  private @Nullable String title;
  private @Nullable String caption;
  private @Nullable String type;
  private @Nullable String media;
  private @Nullable String thumbnail;
  private @Nullable Instant at;

  private Published(String id) {
    this.id = id;
  }

  /** A post without an id is no post. */
  static Published of(Told post, String field) {
    String id = post.text(field);
    if (id == null || id.isBlank()) {
      throw post.at(field).unreadable("the id of a post");
    }
    return new Published(id);
  }

  String id() {
    return id;
  }

  Published url(@Nullable String address) {
    url = address;
    return this;
  }

  Published title(@Nullable String text) {
    title = text;
    return this;
  }

  Published caption(@Nullable String text) {
    caption = text;
    return this;
  }

  /** IMAGE, VIDEO, CAROUSEL_ALBUM or TEXT, whatever the network's word for it. */
  Published type(@Nullable String theirs) {
    String word = theirs == null ? "" : theirs.toUpperCase(Locale.ROOT);
    if (word.contains("CAROUSEL") || word.contains("MULTI")) {
      type = "CAROUSEL_ALBUM";
    } else if (word.contains("VIDEO") || word.contains("REEL")) {
      type = "VIDEO";
    } else if (word.contains("IMAGE") || word.contains("PHOTO")) {
      type = "IMAGE";
    } else {
      type = word.contains("TEXT") ? "TEXT" : null;
    }
    return this;
  }

  Published media(@Nullable String address) {
    media = address;
    return this;
  }

  Published thumbnail(@Nullable String address) {
    thumbnail = address;
    return this;
  }

  Published at(Optional<Instant> time) {
    at = time.orElse(null);
    return this;
  }

  Published with(String metric, @Nullable Double value) {
    metrics.put(metric, value);
    return this;
  }

  Reading.Post post() {
    return new Reading.Post(id, url, title, caption, type, media, thumbnail, at, metrics.map());
  }
}
