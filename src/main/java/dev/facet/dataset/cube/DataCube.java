package dev.facet.dataset.cube;

import dev.facet.dataset.activity.ActivityValue;
import dev.facet.dataset.cube.CubeMetric.Formula;
import dev.facet.model.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every data cube there is. */
public enum DataCube {
  /** The activities that begin within the dates. */
  ACTIVITIES_ANALYTICS(
      List.of(
          activity("type", ActivityValue.TYPE),
          activity("channel_id", ActivityValue.CHANNEL),
          activity("channel_name", ActivityValue.CHANNEL_NAME),
          activity("session_duration", ActivityValue.DURATION),
          activity("has_conversion", ActivityValue.CONVERTED),
          activity("has_bounced", ActivityValue.BOUNCED),
          activity("goal_id", ActivityValue.GOALS),
          activity("event_type", ActivityValue.EVENT_NAMES),
          new CubeDimension("segment_id", new Source.Segments()),
          activity("number_of_user_events", ActivityValue.USER_EVENTS),
          activity("number_of_confirmed_transactions", ActivityValue.TRANSACTIONS),
          activity("number_of_ad_views", ActivityValue.AD_VIEWS),
          activity("number_of_ad_clicks", ActivityValue.AD_CLICKS),
          activity("transaction_amount", ActivityValue.AMOUNT),
          activity("device_browser_family", ActivityValue.BROWSER),
          activity("device_os_family", ActivityValue.OS),
          activity("device_form_factor", ActivityValue.FORM_FACTOR),
          activity("origin_source", ActivityValue.SOURCE),
          activity("origin_channel", ActivityValue.MEDIUM),
          activity("city", ActivityValue.CITY),
          activity("resource_name", ActivityValue.PATH),
          time("date_time", TimeForm.MILLIS),
          time("date_yyyymmdd", TimeForm.DAY_DIGITS),
          time("date_yyyymmddhh", TimeForm.HOUR_DIGITS),
          time("date_yyyy_mm_dd", TimeForm.DAY),
          time("date_yyyy_mm_dd_hh", TimeForm.HOUR),
          time("date_yyyy_mm_dd_hh_mm", TimeForm.MINUTE)),
      ActivityMetrics.ALL,
      false),

  /** How many objects of each collection there were at the end of days. */
  COLLECTION_VOLUMES(
      List.of(
          time("date_time", TimeForm.MILLIS),
          new CubeDimension("community_id", new Source.Organisation()),
          new CubeDimension("organisation_id", new Source.Organisation()),
          new CubeDimension("datamart_id", new Source.Project()),
          new CubeDimension("collection", Volume.COLLECTION)),
      List.of(new CubeMetric("count", new Formula.Sum(Volume.OBJECTS))),
      true),

  /** The work that other systems bill for; nothing of the kind is counted here. */
  RESOURCES_USAGE(
      List.of(
          time("date_time", TimeForm.MILLIS),
          new CubeDimension("community_id", new Source.Organisation()),
          new CubeDimension("organisation_id", new Source.Organisation()),
          new CubeDimension("datamart_id", new Source.Project()),
          missing("execution_id"),
          missing("resource_id"),
          missing("source"),
          missing("sub_source")),
      List.of(
          new CubeMetric("scan_cost", new Formula.Zero()),
          new CubeMetric("read_cost", new Formula.Zero()),
          new CubeMetric("write_cost", new Formula.Zero())),
      true),

  /** The events that were taken in. */
  DATA_INGESTION(
      List.of(
          time("date_time", TimeForm.MILLIS),
          time("date_yyyy_mm_dd", TimeForm.DAY),
          time("date_yyyy_mm_dd_hh", TimeForm.HOUR),
          time("date_yyyy_mm_dd_hh_mm", TimeForm.MINUTE),
          time("event_ts", TimeForm.MILLIS),
          new CubeDimension("community_id", new Source.Organisation()),
          new CubeDimension("organisation_id", new Source.Organisation()),
          new CubeDimension("datamart_id", new Source.Project()),
          new CubeDimension("event_name", new Source.Column("event", Type.TEXT)),
          new CubeDimension("channel_id", new Source.Property("channel_id")),
          new CubeDimension("pipeline_step", new Source.Fixed("API")),
          missing("error_type")),
      List.of(
          new CubeMetric("event_count", new Formula.Count()),
          new CubeMetric("error_count", new Formula.Zero())),
      false);

  private final List<CubeDimension> dimensions;
  private final List<CubeMetric> metrics;
  private final boolean owned;

  DataCube(List<CubeDimension> dimensions, List<CubeMetric> metrics, boolean owned) {
    this.dimensions = dimensions;
    this.metrics = metrics;
    this.owned = owned;
  }

  /** The columns of {@link #COLLECTION_VOLUMES}. */
  public static final class Volume {
    /** The name of the collection. */
    public static final Source.Column COLLECTION = new Source.Column("collection", Type.TEXT);

    /** How many objects it holds. */
    public static final Source.Column OBJECTS = new Source.Column("objects", Type.INTEGER);

    private Volume() {}
  }

  private static CubeDimension activity(String name, ActivityValue value) {
    return new CubeDimension(name, new Source.Activity(value));
  }

  private static CubeDimension time(String name, TimeForm form) {
    return new CubeDimension(name, new Source.Time(form));
  }

  private static CubeDimension missing(String name) {
    return new CubeDimension(name, new Source.Nothing());
  }

  public List<CubeDimension> dimensions() {
    return dimensions;
  }

  public List<CubeMetric> metrics() {
    return metrics;
  }

  /** Whether a question must say whose it means: community, organisation or project. */
  public boolean isOwned() {
    return owned;
  }

  public Optional<CubeDimension> dimension(String name) {
    return dimensions.stream().filter(dimension -> dimension.name().equals(name)).findFirst();
  }

  public Optional<CubeMetric> metric(String name) {
    return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  /** The name it has in requests. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The cube of a name in requests. */
  public static Optional<DataCube> of(String word) {
    return Arrays.stream(values()).filter(cube -> cube.word().equals(word)).findFirst();
  }
}
