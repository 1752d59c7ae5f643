package dev.facet.api.uploadpost.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The networks, and which of their metrics says how much was seen. */
public enum Network {
  INSTAGRAM(
      "reach",
      "reach",
      "followers reach impressions profileViews likes comments shares saves views",
      "reach",
      "Unique Reach",
      "impressions",
      "Content Views",
      "profileViews",
      "Accounts Engaged"),
  YOUTUBE(
      "views",
      "impressions",
      "followers impressions likes comments shares",
      "impressions",
      "Video Views",
      "followers",
      "Subscribers"),
  TIKTOK(
      "views",
      "impressions",
      "followers following impressions likes comments shares video_count",
      "impressions",
      "Video Views"),
  FACEBOOK(
      "reach",
      "reach",
      "followers reach impressions profileViews likes comments shares",
      "reach",
      "Unique Reach",
      "profileViews",
      "Page Views"),
  LINKEDIN(
      "reach",
      "reach",
      "followers reach impressions likes comments shares profileViews",
      "reach",
      "Unique Impressions"),
  X(
      "impressions",
      "impressions",
      "followers following impressions likes comments shares saves",
      "impressions",
      "Tweet Impressions"),
  THREADS(
      "views",
      "impressions",
      "followers impressions likes comments shares",
      "impressions",
      "Content Views"),
  PINTEREST(
      "impressions",
      "impressions",
      "followers impressions saves pin_clicks outbound_clicks",
      "impressions",
      "Pin Impressions"),
  REDDIT(
      "score", "impressions", "followers impressions likes comments", "impressions", "Post Score"),
  BLUESKY("impressions", "impressions", "followers following likes comments shares");

  private final String series;
  private final String primary;
  private final List<String> metrics;
  private final Map<String, String> labels = new LinkedHashMap<>();

  /**
   * @param series what the series over days shows
   * @param primary the metric that is added up over networks
   * @param metrics names, separated by blanks
   * @param labels names and what they are called, in turns
   */
  Network(String series, String primary, String metrics, String... labels) {
    this.series = series;
    this.primary = primary;
    this.metrics = List.of(metrics.split(" "));
    for (int i = 0; i < labels.length; i += 2) {
      this.labels.put(labels[i], labels[i + 1]);
    }
  }

  /** The network as rows of datasets have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The network of a key. */
  public static Optional<Network> of(String key) {
    return List.of(values()).stream().filter(network -> network.key().equals(key)).findFirst();
  }

  public String series() {
    return series;
  }

  public String primary() {
    return primary;
  }

  /** What stands for the primary metric on days that lack it. */
  public Optional<String> instead() {
    return switch (series) {
      case "views", "score" -> Optional.of(series);
      default -> Optional.empty();
    };
  }

  /** Writes what the catalogue says of the network. */
  public void describe(ObjectNode node) {
    node.put("primary_impressions_field", primary);
    ArrayNode available = node.putArray("available_metrics");
    metrics.forEach(available::add);
    ObjectNode shown = node.putObject("metric_labels");
    labels.forEach(shown::put);
  }
}
