package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.ingest.social.profile.Profile;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.Grain;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Filter.Compare;
import dev.facet.query.Filter.Operator;
import dev.facet.query.PropertyRef;
import dev.facet.query.ReportQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v2/followers}: how many followers a profile had, day by day. */
record FollowersResource(Asking asking, Profiles profiles) {
  private static final Cube SNAPSHOTS = Cubes.of("profile_snapshots").orElseThrow();

  Response retrieve(Call call) {
    DateRange range = range(call);
    Profile profile = CredentialsResource.find(profiles, call);
    ObjectNode body = OktopostWire.success();
    ArrayNode data = body.putArray("Data");
    Cells.of(asking.ask(call.project(), query(profile.username(), range)).getFirst())
        .forEach(day -> data.add(shown(day)));
    return Response.json(200, body);
  }

  private static @Nullable DateRange range(Call call) {
    DateBound from = Given.day(call.request(), "fromDate").map(FollowersResource::day).orElse(null);
    DateBound to = Given.day(call.request(), "toDate").map(FollowersResource::day).orElse(null);
    return from == null && to == null ? null : new DateRange(from, to, false);
  }

  private static DateBound day(LocalDate day) {
    return new DateBound.Absolute(day.atStartOfDay(), null, true);
  }

  private static ReportQuery query(String profile, @Nullable DateRange range) {
    return new ReportQuery(
        SNAPSHOTS,
        List.of(new ReportQuery.By("date", SNAPSHOTS.time(), Grain.DAY)),
        Stream.of("followers", "followers_added")
            .map(name -> SNAPSHOTS.metric(name).orElseThrow())
            .toList(),
        new Compare(
            new PropertyRef(PropertyRef.Source.METADATA, "profile"),
            Operator.EXACT,
            List.of(profile)),
        range,
        List.of(),
        ReportQuery.MAX_ROWS,
        0);
  }

  private static ObjectNode shown(Cells day) {
    ObjectNode node = OktopostWire.object();
    node.set("Followers", Json.number(day.number("followers")));
    node.set("FollowersAdded", Json.number(day.number("followers_added")));
    return node.put("HistoryDate", day.text("date"));
  }
}
