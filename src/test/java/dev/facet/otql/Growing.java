package dev.facet.otql;

import dev.facet.model.Micros;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the tree of each person straight from the rows, by loops over all of them. */
record Growing(RandomTree rows) {

  List<Thing> roots() {
    List<Thing> roots = new ArrayList<>();
    for (List<@Nullable Object> person : rows.persons) {
      roots.add(root(person));
    }
    return roots;
  }

  private Thing root(List<@Nullable Object> person) {
    long number = (Long) person.get(0);
    Thing root =
        new Thing("UserPoint")
            .with("id", person.get(1))
            .with("creation_ts", person.get(2))
            .with("creation_date", person.get(2));
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> traits = (Map<String, @Nullable Object>) person.get(5);
    List<Thing> events = events(number);
    root.links.put("events", events);
    root.links.put("activity_events", events);
    List<String> accounts = new ArrayList<>();
    rows.ids.stream()
        .filter(id -> id.get(1).equals(number))
        .forEach(id -> accounts.add((String) id.get(0)));
    accounts.sort(Comparator.naturalOrder());
    for (String account : accounts) {
      root.link("accounts")
          .add(
              new Thing("UserAccount")
                  .with("id", account)
                  .with("user_account_id", account)
                  .with("compartment_id", "1"));
    }
    if (!traits.isEmpty()) {
      root.link("profiles").add(profile(traits, accounts, events));
    }
    if (traits.get("email") instanceof String email && !email.isEmpty()) {
      root.link("emails")
          .add(new Thing("UserEmail").with("email", email).with("hash", hash(email)));
    }
    segments(root, number, traits);
    agents(root, events);
    activities(root, events);
    root.links.values().forEach(list -> list.forEach(thing -> thing.root = root));
    root.root = root;
    return root;
  }

  private static Thing profile(
      Map<String, @Nullable Object> traits, List<String> accounts, List<Thing> events) {
    Thing profile = new Thing("UserProfile");
    traits.forEach(profile::with);
    profile.with("compartment_id", "1");
    return profile.with(
        "user_account_id",
        events.isEmpty() ? accounts.getFirst() : events.getFirst().fields.get("distinct_id"));
  }

  private static String hash(String email) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Thing> events(long person) {
    List<Thing> events = new ArrayList<>();
    for (List<@Nullable Object> row : rows.events) {
      if (row.get(4).equals(person)) {
        Thing event = new Thing("UserEvent");
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> properties = (Map<String, @Nullable Object>) row.get(6);
        properties.forEach(event::with);
        event.with("id", row.get(0));
        event.with("name", row.get(1)).with("nature", row.get(1));
        event.with("distinct_id", row.get(2));
        event.with("ts", row.get(3)).with("date", row.get(3));
        event.with("url", properties.get("$current_url"));
        event.with("referrer", properties.get("$referrer"));
        events.add(event);
      }
    }
    events.sort(
        Comparator.comparing(Thing::time).thenComparing(event -> (String) event.fields.get("id")));
    return events;
  }

  private void segments(Thing root, long number, Map<String, @Nullable Object> traits) {
    boolean isListed = rows.members.stream().anyMatch(member -> member.get(1).equals(number));
    if (isListed) {
      root.link("segments").add(segment("7", "listed", "2024-10-01T00:00:00Z"));
    }
    if ("f".equals(traits.get("gender"))) {
      root.link("segments").add(segment("8", "women", "2024-10-02T00:00:00Z"));
    }
  }

  private static Thing segment(String id, String name, String created) {
    return new Thing("UserSegment")
        .with("id", id)
        .with("name", name)
        .with("creation_ts", Micros.of(java.time.Instant.parse(created)))
        .with("last_modified_ts", Micros.of(RandomTree.NOW));
  }

  private static void agents(Thing root, List<Thing> events) {
    Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
    for (Thing event : events) {
      Object browser = event.fields.get("$browser");
      Object os = event.fields.get("$os");
      Object device = event.fields.get("$device_type");
      if (browser != null || os != null || device != null) {
        seen.add(java.util.Arrays.asList(browser, os, device));
      }
    }
    for (List<@Nullable Object> agent : seen) {
      root.link("agents")
          .add(
              new Thing("UserAgent")
                  .with("browser_family", agent.get(0))
                  .with("os_family", agent.get(1))
                  .with("form_factor", agent.get(2)));
    }
  }

  private static void activities(Thing root, List<Thing> events) {
    Map<String, List<Thing>> sessions = new LinkedHashMap<>();
    long last = Long.MIN_VALUE;
    String open = "";
    for (Thing event : events) {
      if (event.fields.get("$session_id") instanceof String session) {
        sessions.computeIfAbsent(session, s -> new ArrayList<>()).add(event);
      } else {
        long time = event.time();
        if (open.isEmpty() || time - last > 30 * Micros.MINUTE) {
          open = (String) java.util.Objects.requireNonNull(event.fields.get("id"));
        }
        last = time;
        sessions.computeIfAbsent(open, s -> new ArrayList<>()).add(event);
      }
    }
    sessions.forEach(
        (id, of) -> {
          of.forEach(event -> event.with("session_id", id));
          root.link("activities").add(activity(id, of));
        });
  }

  private static Thing activity(String id, List<Thing> events) {
    long start = events.getFirst().time();
    long end = events.getLast().time();
    long duration = (end - start) / Micros.SECOND;
    Object type = first(events, "activity_type");
    long own =
        events.stream().filter(event -> !"$identify".equals(event.fields.get("name"))).count();
    double sum = 0;
    boolean any = false;
    for (Thing event : events) {
      Double revenue = Walk.number(event.fields.get("revenue"));
      any |= revenue != null;
      sum += revenue == null ? 0 : revenue;
    }
    Thing activity =
        new Thing("UserActivity")
            .with("id", id)
            .with("type", type == null ? "SITE_VISIT" : type)
            .with("channel_id", first(events, "channel_id"))
            .with("ts", start)
            .with("date", start)
            .with("duration", duration)
            .with("session_duration", duration)
            .with("number_of_user_events", own)
            .with("has_conversion", first(events, "goal_id") != null)
            .with("transaction_amount", any ? (Object) sum : null);
    activity.links.put("events", events);
    return activity;
  }

  private static @Nullable Object first(List<Thing> events, String field) {
    return events.stream()
        .map(event -> event.fields.get(field))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(value -> (Object) Walk.text(value))
        .orElse(null);
  }
}
