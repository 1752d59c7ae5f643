package dev.facet.api.uploadpost;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.uploadpost.wire.Network;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.model.Project;
import dev.facet.model.Table;
import dev.facet.query.Query;
import dev.facet.query.SqlQuery;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored of a profile, day by day. */
record Snapshots(Asking asking) {
  private static final int RECENT_DAYS = 35;

  /** What counters showed on a day. */
  record Level(String date, ObjectNode metrics) {}

  /**
   * By network, the newest levels up to a day. Nearly always they are recent: further back is only
   * looked for what is not, so that a long history costs no more.
   */
  Map<String, Level> newest(
      Project project, String profile, Collection<String> platforms, LocalDate last) {
    return withOlder(levels(project, recent(profile, last)), project, profile, platforms, last);
  }

  /** What is recent, with the newest of those networks that have nothing recent. */
  Map<String, Level> withOlder(
      Map<String, Level> recent,
      Project project,
      String profile,
      Collection<String> platforms,
      LocalDate last) {
    List<String> open = platforms.stream().filter(name -> !recent.containsKey(name)).toList();
    if (open.isEmpty()) {
      return recent;
    }
    Map<String, Level> all = new LinkedHashMap<>(recent);
    Selection older =
        of(profile)
            .where("date < {first}", "first", first(last).toString())
            .where("platform IN {platforms}", "platforms", open);
    all.putAll(levels(project, newest(older)));
    return all;
  }

  /** The newest levels of the last days up to a day, a row for each network. */
  static Query recent(String profile, LocalDate last) {
    return newest(between(profile, first(last), last));
  }

  private static LocalDate first(LocalDate last) {
    return last.minusDays(RECENT_DAYS - 1);
  }

  private static Query newest(Selection rows) {
    return rows.where("JSONLength(level) > 0")
        .rows("platform, date, level", "platform, date DESC LIMIT 1 BY platform", 100, 0);
  }

  /** By network, the levels of one day. */
  Map<String, Level> on(Project project, String profile, LocalDate day) {
    return levels(
        project,
        of(profile)
            .where("date = {day}", "day", day.toString())
            .where("JSONLength(level) > 0")
            .rows("platform, date, level", "platform", 100, 0));
  }

  private Map<String, Level> levels(Project project, Query query) {
    return levels(asking.ask(project, query).getFirst());
  }

  /** By network, the levels of rows. */
  static Map<String, Level> levels(Table table) {
    Map<String, Level> levels = new LinkedHashMap<>();
    for (List<@Nullable Object> row : table.rows()) {
      levels.put(
          String.valueOf(row.getFirst()),
          new Level(String.valueOf(row.get(1)), UploadPostWire.metrics(row.get(2))));
    }
    return levels;
  }

  /** The days that have a value: network, day, value; the oldest first. */
  static Query series(String profile, String value, LocalDate from, LocalDate to) {
    return between(profile, from, to)
        .where("isNotNull(" + value + ")")
        .rows("platform, date, " + value, "date, platform", SqlQuery.MAX_LIMIT, 0);
  }

  static Selection between(String profile, LocalDate from, LocalDate to) {
    return of(profile)
        .where("date >= {from}", "from", from.toString())
        .where("date <= {to}", "to", to.toString());
  }

  private static Selection of(String profile) {
    return new Selection("profile_snapshots").where("profile = {profile}", "profile", profile);
  }

  /** How much was seen on a day: the metric that each network has for it. */
  static String seen() {
    Map<String, List<Network>> byValue =
        Arrays.stream(Network.values())
            .collect(groupingBy(Snapshots::seen, LinkedHashMap::new, toList()));
    return byValue.entrySet().stream()
        .map(each -> "platform IN (%s), %s".formatted(keys(each.getValue()), each.getKey()))
        .collect(joining(", ", "multiIf(", ", NULL)"));
  }

  private static String seen(Network network) {
    String primary = "daily." + network.primary();
    Optional<String> instead = network.instead();
    return instead.map(other -> "coalesce(%s, daily.%s)".formatted(primary, other)).orElse(primary);
  }

  private static String keys(List<Network> networks) {
    return networks.stream().map(network -> "'" + network.key() + "'").collect(joining(", "));
  }
}
