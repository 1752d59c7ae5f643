package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.Given;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.api.uploadpost.wire.Window;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.FailureException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/audience}: who follows an account at TikTok. The days of followers are those of stored
 * snapshots; what the network tells only to its own business accounts is empty.
 */
record AudienceResource(Profiles profiles, Asking asking, InstantSource clock) {
  private static final String TIKTOK = "tiktok";
  private static final int MOST_DAYS = 60;

  Response retrieve(Call call) {
    String user = Given.required(call.request(), "user");
    String platform = Given.text(call.request(), "platform").orElse(TIKTOK);
    if (!platform.equals(TIKTOK)) {
      return notSupported(platform);
    }
    profiles.get(call.project().id(), user);
    if (!profiles.platforms(call.project().id(), user).contains(TIKTOK)) {
      throw FailureException.invalid(
          "not_connected", "platform", "The profile has no account at tiktok.");
    }
    return Response.json(200, shown(call, user, window(call)));
  }

  private static Response notSupported(String platform) {
    ObjectNode body =
        UploadPostWire.object()
            .put("success", false)
            .put("error_code", "platform_not_supported")
            .put(
                "message",
                "There is no audience of " + Given.shown(platform) + ", only of tiktok.");
    body.putArray("supported_platforms").add(TIKTOK);
    return Response.json(400, body);
  }

  /** Cut to sixty days that are over. */
  private Window window(Call call) {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    Window asked = Window.between(call.request(), "start_date", "end_date", yesterday);
    LocalDate end = asked.to().isAfter(yesterday) ? yesterday : asked.to();
    LocalDate first = end.minusDays(MOST_DAYS - 1);
    LocalDate start = asked.from().isBefore(first) ? first : asked.from();
    return new Window(start.isAfter(end) ? end : start, end);
  }

  private ObjectNode shown(Call call, String user, Window window) {
    ObjectNode body = UploadPostWire.success();
    body.putObject("range")
        .put("start_date", window.from().toString())
        .put("end_date", window.to().toString());
    ObjectNode audience = body.putObject("audience");
    List.of("countries", "cities", "ages", "genders").forEach(audience::putArray);
    body.putArray("activity_by_hour");
    body.set("followers_daily", followers(call, user, window));
    body.putObject("profile_actions");
    body.putNull("bio_description");
    body.putArray("benchmark_categories");
    return body;
  }

  /** The day before the first tells what was gained on the first. */
  private ArrayNode followers(Call call, String user, Window window) {
    ArrayNode days = Json.MAPPER.createArrayNode();
    Double before = null;
    var series = Snapshots.series(user, "level.followers", window.from().minusDays(1), window.to());
    for (List<@Nullable Object> row : asking.ask(call.project(), series).getFirst().rows()) {
      if (TIKTOK.equals(row.getFirst()) && row.get(2) instanceof Number followers) {
        String date = String.valueOf(row.get(1));
        if (date.compareTo(window.from().toString()) >= 0) {
          days.add(day(date, followers.doubleValue(), before));
        }
        before = followers.doubleValue();
      }
    }
    return days;
  }

  private static ObjectNode day(String date, double total, @Nullable Double before) {
    double change = before == null ? 0 : total - before;
    ObjectNode day = UploadPostWire.object().put("date", date);
    day.set("total", Json.number(total));
    day.set("new", Json.number(Math.max(0, change)));
    day.set("lost", Json.number(Math.max(0, -change)));
    return day;
  }
}
