package dev.facet.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names a value to read for each event.
 *
 * @param group the index of the type of group, 0 for everything else
 */
public record PropertyRef(Source source, String key, int group) {
  /** How many types of groups a project has at most. */
  public static final int GROUPS = 5;

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
    this(source, key, 0);
  }

  /** A property of a group the event happened in. */
  public static PropertyRef ofGroup(int group, String key) {
    return new PropertyRef(Source.GROUP, key, group);
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
    /** A column of the event itself, one of {@link #METADATA}. */
    METADATA
  }

  /** Whether it is a point in time, which compares with dates only. */
  public boolean isTime() {
    return switch (source) {
      case EVENT, PERSON, GROUP -> false;
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
