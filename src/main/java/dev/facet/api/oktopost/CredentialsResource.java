package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.Asking;
import dev.facet.api.Selection;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.Given;
import dev.facet.api.oktopost.wire.Networks;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v2/credential} and {@code /v2/followers}: the profiles that snapshots and posts name. A
 * credential's id is the profile's name; it may be on several networks.
 */
record CredentialsResource(Asking asking) {

  Response list(Call call) {
    Given.flag(call.request(), "includeInvalid");
    Map<String, SortedSet<String>> all = profiles(call, null);
    Given.text(call.request(), "network")
        .ifPresent(name -> all.values().removeIf(networks -> !networks.contains(name)));
    List<ObjectNode> items =
        all.entrySet().stream()
            .map(profile -> shown(profile.getKey(), profile.getValue()))
            .toList();
    // Clients read this list without turning pages.
    List<ObjectNode> page =
        Given.text(call.request(), "_count").isPresent()
                || Given.text(call.request(), "_page").isPresent()
            ? Stretch.of(call.request(), Stretch.USUAL).of(items)
            : items;
    return Response.json(200, OktopostWire.items(page, items.size()));
  }

  Response retrieve(Call call) {
    return OktopostWire.single("Credential", shown(call.id(), networks(call)));
  }

  /** How many followers a profile had, day by day. */
  Response followers(Call call) {
    DateBound from = Given.day(call.request(), "fromDate").map(Figures::day).orElse(null);
    DateBound to = Given.day(call.request(), "toDate").map(Figures::day).orElse(null);
    networks(call);
    DateRange range = from == null && to == null ? null : new DateRange(from, to, false);
    Table days = asking.ask(call.project(), Figures.followers(call.id(), range)).getFirst();
    ObjectNode body = OktopostWire.success();
    ArrayNode data = body.putArray("Data");
    Cells.of(days).forEach(day -> data.add(shown(day)));
    return Response.json(200, body);
  }

  private static ObjectNode shown(Cells day) {
    ObjectNode node = OktopostWire.object();
    node.set("Followers", Json.number(number(day, "followers")));
    node.set("FollowersAdded", Json.number(number(day, "followers_added")));
    return node.put("HistoryDate", day.text("date"));
  }

  private static double number(Cells day, String column) {
    return day.value(column) instanceof Number number ? number.doubleValue() : 0;
  }

  private SortedSet<String> networks(Call call) {
    SortedSet<String> networks = profiles(call, call.id()).get(call.id());
    if (networks == null) {
      throw FailureException.notFound("There is no such credential.");
    }
    return networks;
  }

  /**
   * The networks of each profile.
   *
   * @param only the only profile to look for, null for all
   */
  private Map<String, SortedSet<String>> profiles(Call call, @Nullable String only) {
    List<Selection> sources = new ArrayList<>();
    for (String dataset : List.of("profile_snapshots", "posts")) {
      Selection rows = new Selection(dataset).where("profile IS NOT NULL");
      sources.add(only == null ? rows : rows.where("profile = {profile}", "profile", only));
    }
    String keys = "profile, platform";
    Map<String, SortedSet<String>> profiles = new TreeMap<>();
    List<Table> answers =
        asking.ask(
            call.project(),
            sources.getFirst().groups(keys, keys),
            sources.getLast().groups(keys, keys));
    answers.stream()
        .flatMap(Cells::of)
        .forEach(
            row ->
                profiles
                    .computeIfAbsent(row.text("profile"), profile -> new TreeSet<>())
                    .add(Networks.name(row.value("platform"))));
    return profiles;
  }

  private static ObjectNode shown(String profile, SortedSet<String> networks) {
    ObjectNode node =
        OktopostWire.object()
            .put("Id", profile)
            .put("Created", OktopostWire.NEVER)
            .put("Name", profile)
            .put("DisplayName", profile)
            .put("Status", "valid")
            .put("Network", networks.size() == 1 ? networks.first() : "");
    networks.forEach(node.putArray("Networks")::add);
    return node.put("ImageLink", "").put("NetworkUsername", profile).put("NativePostsEnabled", 0);
  }
}
