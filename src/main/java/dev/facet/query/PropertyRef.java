package dev.facet.query;

import dev.facet.model.Place;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a value to read for each event.
 *
 * @param group the index of the type of group, 0 for everything else
 * @param place where it stood, for what only planning can understand
 * @param expression what {@link Source#HOGQL} computes, else null
 */
public record PropertyRef(
    Source source, String key, int group, Place place, @Nullable Syntax expression) {
  /** How many types of groups a project has at most. */
  public static final int GROUPS = 5;

  /** Stands among cohorts for all persons. */
  public static final String EVERYBODY = "all";

  /** What {@link Source#METADATA} can read. */
  public static final List<String> METADATA =
      List.of(
          "event",
          "distinct_id",
          "timestamp",
          "created_at",
          "uuid",
          "person_id",
          "session_id",
          "$session_id",
          "$window_id",
          "elements_chain",
          "$group_0",
          "$group_1",
          "$group_2",
          "$group_3",
          "$group_4");

  public PropertyRef(Source source, String key) {
    this(source, key, 0, Place.NONE, null);
  }

  /** The cohorts of the person: an event counts once for each of these they are in. */
  public static PropertyRef ofCohorts(List<String> cohorts, Place place) {
    return new PropertyRef(
        Source.COHORTS, String.join(",", new LinkedHashSet<>(cohorts)), 0, place, null);
  }

  /** What an expression of HogQL gives for the event; {@code text} is how it was written. */
  public static PropertyRef ofHogql(String text, Syntax expression, Place place) {
    return new PropertyRef(Source.HOGQL, text, 0, place, expression);
  }

  /** The numbers of the cohorts, as text, or {@link #EVERYBODY}. */
  public List<String> cohorts() {
    return List.of(key.split(",", -1));
  }

  /** A property of a group the event happened in. */
  public static PropertyRef ofGroup(int group, String key) {
    return new PropertyRef(Source.GROUP, key, group, Place.NONE, null);
  }

  /** The key of the group the event happened in. */
  public static PropertyRef groupKey(int group) {
    return new PropertyRef(Source.METADATA, "$group_" + group);
  }

  /** Whose property it is. */
  public enum Source {
    /** A property of the event. */
    EVENT,
    /** A property of the person, as it is now. */
    PERSON,
    /** A {@link SessionValue} of the session the event belongs to. */
    SESSION,
    /** A property of the group the event happened in, as it is now. */
    GROUP,
    /** Which of some cohorts the person is in; see {@link #ofCohorts}. */
    COHORTS,
    /** Whatever an expression says. */
    HOGQL,
    /** A column of the event itself, one of {@link #METADATA}. */
    METADATA
  }

  /** Whether it is a point in time, which compares with dates only. */
  public boolean isTime() {
    return switch (source) {
      case EVENT, PERSON, GROUP, COHORTS, HOGQL -> false;
      case SESSION ->
          SessionValue.of(key).filter(value -> value.kind() == SessionValue.Kind.TIME).isPresent();
      case METADATA -> key.equals("timestamp") || key.equals("created_at");
    };
  }

  /**
   * What is known of a session, computed from the events that share its {@code $session_id}. First
   * and last are in the order of time, passing over events that lack the property.
   */
  public enum SessionValue {
    START("$start_timestamp", Kind.TIME),
    END("$end_timestamp", Kind.TIME),
    /** Whole seconds from the first event to the last. */
    DURATION("$session_duration", Kind.WHOLE),
    PAGEVIEWS("$pageview_count", Kind.WHOLE),
    AUTOCAPTURES("$autocapture_count", Kind.WHOLE),
    SCREENS("$screen_count", Kind.WHOLE),
    /** One page or screen at most, nothing clicked, shorter than ten seconds. */
    BOUNCE("$is_bounce", Kind.FLAG),
    ENTRY_URL("$entry_current_url", Kind.TEXT),
    ENTRY_PATHNAME("$entry_pathname", Kind.TEXT),
    ENTRY_HOSTNAME("$entry_hostname", Kind.TEXT),
    ENTRY_REFERRING_DOMAIN("$entry_referring_domain", Kind.TEXT),
    ENTRY_UTM_SOURCE("$entry_utm_source", Kind.TEXT),
    ENTRY_UTM_MEDIUM("$entry_utm_medium", Kind.TEXT),
    ENTRY_UTM_CAMPAIGN("$entry_utm_campaign", Kind.TEXT),
    ENTRY_UTM_CONTENT("$entry_utm_content", Kind.TEXT),
    ENTRY_UTM_TERM("$entry_utm_term", Kind.TEXT),
    ENTRY_GCLID("$entry_gclid", Kind.TEXT),
    ENTRY_GAD_SOURCE("$entry_gad_source", Kind.TEXT),
    END_URL("$end_current_url", Kind.TEXT),
    END_PATHNAME("$end_pathname", Kind.TEXT),
    /** Through which kind of door the visitor came. */
    CHANNEL("$channel_type", Kind.TEXT);

    private final String key;
    private final Kind kind;

    SessionValue(String key, Kind kind) {
      this.key = key;
      this.kind = kind;
    }

    /** What a value is. */
    public enum Kind {
      TEXT,
      WHOLE,
      FLAG,
      TIME
    }

    /** Its name in questions. */
    public String key() {
      return key;
    }

    public Kind kind() {
      return kind;
    }

    /** The value of this name; {@code $exit_…} is an older name of {@code $end_…}. */
    public static Optional<SessionValue> of(String key) {
      String known = key.startsWith("$exit_") ? "$end_" + key.substring("$exit_".length()) : key;
      return Arrays.stream(values()).filter(value -> value.key.equals(known)).findFirst();
    }

    /** All names. */
    public static List<String> keys() {
      return Arrays.stream(values()).map(SessionValue::key).toList();
    }
  }
}
