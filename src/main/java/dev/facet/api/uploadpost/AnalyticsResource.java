package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.Network;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.profile.Connection;
import dev.facet.ingest.social.profile.Profile;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.model.Table;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/analytics}: what the newest snapshots of a profile say, network by network. */
record AnalyticsResource(Profiles profiles, Asking asking, InstantSource clock) {
  private static final int SERIES_DAYS = 30;
  private static final int MOST_DAYS = 365;
  private static final String IMPRESSIONS = "daily.impressions";

  /** What is known of the profile that is asked about. */
  private record Shown(
      Profile profile,
      Set<String> known,
      Map<String, Snapshots.Level> levels,
      Table series,
      Table impressions) {}

  Response retrieve(Call call) {
    List<String> names = Given.names(call.request(), "platforms");
    if (names.isEmpty()) {
      throw FailureException.invalid(
          "missing",
          "platforms",
          "Parameter platforms is required: names such as instagram,youtube.");
    }
    Optional<Integer> days = Given.number(call.request(), "days", 1).map(AnalyticsResource::days);
    Shown shown = shown(call.project(), call.profile(), days.orElse(1));
    ObjectNode body = UploadPostWire.object();
    for (String name : names) {
      String platform = Platforms.find(name).orElse(Given.shown(name));
      body.set(platform, platform(platform, shown, call, days));
    }
    return Response.json(200, body);
  }

  private static int days(int days) {
    if (days > MOST_DAYS) {
      throw FailureException.invalid(
          "invalid_number", "days", "Parameter days: give 1 to " + MOST_DAYS + " days.");
    }
    return days;
  }

  private Shown shown(Project project, String name, int days) {
    Profile profile = profiles.get(project.id(), name);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Table> tables =
        asking.ask(
            project,
            Snapshots.recent(name, today),
            Snapshots.series(name, Snapshots.seen(), today.minusDays(SERIES_DAYS - 1), today),
            Snapshots.series(name, IMPRESSIONS, today.minusDays(days - 1), today));
    Set<String> known = profiles.platforms(project.id(), name);
    Map<String, Snapshots.Level> levels =
        new Snapshots(asking)
            .withOlder(Snapshots.levels(tables.getFirst()), project, name, known, today);
    return new Shown(profile, known, levels, tables.get(1), tables.get(2));
  }

  private static ObjectNode platform(
      String platform, Shown shown, Call call, Optional<Integer> days) {
    Optional<Network> network = Network.of(platform);
    if (network.isEmpty()) {
      return refused("The platform " + platform + " is not supported.");
    }
    if (!shown.known().contains(platform)) {
      return refused("The profile has no account at " + platform + ".");
    }
    boolean isFacebook = network.get() == Network.FACEBOOK;
    if (isFacebook && Given.text(call.request(), "page_id").isEmpty() && !hasPage(shown)) {
      return refused("Parameter page_id is required for facebook.");
    }
    ObjectNode node = figures(network.get(), shown);
    if (isFacebook) {
      days.ifPresent(
          period ->
              node.put("period_days", period)
                  .set("impressions_timeseries", series(platform, shown.impressions())));
    }
    return node;
  }

  private static boolean hasPage(Shown shown) {
    return shown.profile().account("facebook").map(Connection::pageId).isPresent();
  }

  private static ObjectNode refused(String sentence) {
    return UploadPostWire.object().put("error", sentence);
  }

  private static ObjectNode figures(Network network, Shown shown) {
    ObjectNode node = UploadPostWire.object();
    Snapshots.Level level = shown.levels().get(network.key());
    if (level != null) {
      node.setAll(level.metrics());
    }
    node.set("reach_timeseries", series(network.key(), shown.series()));
    node.put("metric_type", network.series());
    network.describe(node);
    return node;
  }

  private static ArrayNode series(String platform, Table rows) {
    ArrayNode series = Json.MAPPER.createArrayNode();
    for (List<@Nullable Object> row : rows.rows()) {
      if (platform.equals(row.getFirst()) && row.get(2) instanceof Number value) {
        series
            .addObject()
            .put("date", String.valueOf(row.get(1)))
            .set("value", Json.number(value.doubleValue()));
      }
    }
    return series;
  }
}
