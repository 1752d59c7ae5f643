package dev.facet.dashboard;

import dev.facet.dashboard.content.Document;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved query. Its query and filters are versioned: {@code revision} grows when they change.
 *
 * @param shortId 8 characters, unique on the server
 * @param modifiedAt when name, description, query or filters last changed
 * @param updatedAt when anything last changed
 */
public record Insight(
    long id,
    long project,
    String shortId,
    long revision,
    Definition definition,
    boolean deleted,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant modifiedAt,
    @Nullable Long modifiedBy,
    Instant updatedAt) {

  /**
   * One version of an insight's question.
   *
   * @param name what the insight was called when the version was made; null when it had no name, or
   *     names were not kept yet
   */
  public record Version(
      long id,
      long insight,
      @Nullable Long author,
      Instant at,
      @Nullable String name,
      @Nullable String query,
      String filters) {

    /** The definition with what this version says. */
    public Definition in(Definition definition) {
      Edit edit = definition.edit().query(query).filters(filters);
      return name == null ? edit.done() : edit.name(name).done();
    }
  }

  /** This as it was in an earlier version. */
  Insight at(Version version) {
    return new Insight(
        id,
        project,
        shortId,
        version.id(),
        version.in(definition),
        deleted,
        createdAt,
        createdBy,
        modifiedAt,
        modifiedBy,
        updatedAt);
  }

  /** On which live card of which dashboard an insight is. */
  public record Spot(long insight, long dashboard, long card, long chart) {}

  /**
   * What people say about an insight.
   *
   * @param query the query's JSON as it was sent, wrappers and all; null for none
   * @param filters the old form of a query, a JSON object; {@code {}} for none
   */
  public record Definition(
      @Nullable String name,
      @Nullable String derivedName,
      @Nullable String description,
      @Nullable String query,
      String filters,
      boolean saved,
      boolean favorited,
      List<String> tags,
      Document extras) {
    /** Says nothing yet. */
    public static final Definition EMPTY =
        new Definition(null, null, null, null, "{}", false, false, List.of(), Document.EMPTY);

    public Definition {
      tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    /** Begins a changed copy. */
    public Edit edit() {
      return new Edit(this);
    }
  }

  /** A definition in the making. */
  public static final class Edit {
    private @Nullable String name;
    private @Nullable String derivedName;
    private @Nullable String description;
    private @Nullable String query;
    private String filters;
    private boolean saved;
    private boolean favorited;
    private List<String> tags;
    private Document extras;

    private Edit(Definition from) {
      name = from.name;
      derivedName = from.derivedName;
      description = from.description;
      query = from.query;
      filters = from.filters;
      saved = from.saved;
      favorited = from.favorited;
      tags = from.tags;
      extras = from.extras;
    }

    public Edit name(@Nullable String value) {
      name = value;
      return this;
    }

    public Edit derivedName(@Nullable String value) {
      derivedName = value;
      return this;
    }

    public Edit description(@Nullable String value) {
      description = value;
      return this;
    }

    public Edit query(@Nullable String value) {
      query = value;
      return this;
    }

    public Edit filters(String value) {
      filters = value;
      return this;
    }

    public Edit saved(boolean value) {
      saved = value;
      return this;
    }

    public Edit favorited(boolean value) {
      favorited = value;
      return this;
    }

    public Edit tags(List<String> value) {
      tags = value;
      return this;
    }

    public Edit extras(Document value) {
      extras = value;
      return this;
    }

    public Definition done() {
      return new Definition(
          name, derivedName, description, query, filters, saved, favorited, tags, extras);
    }
  }
}
