package dev.facet.dashboard;

import dev.facet.dashboard.content.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a dashboard, apart from what is on it.
 *
 * @param type {@code custom} unless said otherwise
 * @param tags trimmed, each once
 * @param refreshInterval seconds between refreshes of a page that shows it; null when not said
 * @param creationMode {@code default}, {@code template}, {@code duplicate} or {@code unlisted}
 * @param restrictionLevel 21: everyone may edit, 37: only those let in
 * @param extras what only dialects know, by dialect
 */
public record Registration(
    @Nullable String name,
    String description,
    String type,
    Visibility visibility,
    List<String> tags,
    boolean pinned,
    @Nullable Integer refreshInterval,
    String creationMode,
    int restrictionLevel,
    boolean archived,
    Document extras) {
  /** How everything is unless said. */
  public static final Registration DEFAULT =
      new Registration(
          null,
          "",
          "custom",
          Visibility.SHARED,
          List.of(),
          false,
          null,
          "default",
          21,
          false,
          Document.EMPTY);

  /** Who may see a dashboard. */
  public enum Visibility {
    /** All of the organisation. */
    SHARED,
    /** Its creator, and those let in. */
    PRIVATE
  }

  public Registration {
    tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /** The default with a name. */
  public static Registration named(@Nullable String name) {
    return DEFAULT.edit().name(name).done();
  }

  /** Begins a changed copy. */
  public Edit edit() {
    return new Edit(this);
  }

  /** A copy in the making. */
  public static final class Edit {
    private @Nullable String name;
    private String description;
    private String type;
    private Visibility visibility;
    private List<String> tags;
    private boolean pinned;
    private @Nullable Integer refreshInterval;
    private String creationMode;
    private int restrictionLevel;
    private boolean archived;
    private Document extras;

    private Edit(Registration from) {
      name = from.name;
      description = from.description;
      type = from.type;
      visibility = from.visibility;
      tags = from.tags;
      pinned = from.pinned;
      refreshInterval = from.refreshInterval;
      creationMode = from.creationMode;
      restrictionLevel = from.restrictionLevel;
      archived = from.archived;
      extras = from.extras;
    }

    public Edit name(@Nullable String value) {
      name = value;
      return this;
    }

    public Edit description(String value) {
      description = value;
      return this;
    }

    public Edit type(String value) {
      type = value;
      return this;
    }

    public Edit visibility(Visibility value) {
      visibility = value;
      return this;
    }

    public Edit tags(List<String> value) {
      tags = value;
      return this;
    }

    public Edit pinned(boolean value) {
      pinned = value;
      return this;
    }

    public Edit refreshInterval(@Nullable Integer value) {
      refreshInterval = value;
      return this;
    }

    public Edit creationMode(String value) {
      creationMode = value;
      return this;
    }

    public Edit restrictionLevel(int value) {
      restrictionLevel = value;
      return this;
    }

    public Edit archived(boolean value) {
      archived = value;
      return this;
    }

    public Edit extras(Document value) {
      extras = value;
      return this;
    }

    public Registration done() {
      return new Registration(
          name,
          description,
          type,
          visibility,
          tags,
          pinned,
          refreshInterval,
          creationMode,
          restrictionLevel,
          archived,
          extras);
    }
  }
}
