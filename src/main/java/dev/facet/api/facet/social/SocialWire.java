package dev.facet.api.facet.social;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ingest.social.collect.Collection;
import dev.facet.ingest.social.collect.Outcome;
import dev.facet.ingest.social.collect.Run;
import dev.facet.ingest.social.profile.Connection;
import dev.facet.ingest.social.profile.Profile;
import dev.facet.model.Values;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Profiles and what belongs to them as JSON. */
final class SocialWire {
  private SocialWire() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The envelope of lists. */
  static <T> ObjectNode list(
      List<T> items, long total, @Nullable Long next, Function<T, ObjectNode> shown) {
    ObjectNode list = object();
    ArrayNode results = list.putArray("results");
    items.forEach(item -> results.add(shown.apply(item)));
    return list.put("total", total).put("next", next == null ? null : next.toString());
  }

  static ObjectNode profile(Profile profile) {
    ObjectNode node =
        object()
            .put("username", profile.username())
            .put("display_name", profile.displayName())
            .put("created_at", text(profile.createdAt()));
    ArrayNode accounts = node.putArray("accounts");
    profile.accounts().forEach(account -> accounts.add(account(account)));
    return node;
  }

  static ObjectNode account(Connection account) {
    return object()
        .put("platform", account.platform())
        .put("account_id", account.accountId())
        .put("handle", account.handle())
        .put("base_url", account.base())
        .put("page_id", account.pageId())
        .put("page_urn", account.pageUrn())
        .put("connected_at", account.connectedAt().toString())
        .put("status", account.status().word())
        .put("has_access_token", account.hasAccessToken())
        .put("has_refresh_token", account.hasRefreshToken());
  }

  static ObjectNode collection(Collection collection) {
    ObjectNode node =
        object().put("profile", collection.username()).put("date", collection.day().toString());
    ObjectNode platforms = node.putObject("platforms");
    collection.outcomes().forEach((platform, outcome) -> platforms.set(platform, outcome(outcome)));
    return node;
  }

  private static ObjectNode outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Collected(var level, var daily) -> {
        ObjectNode node = object().put("ok", true);
        node.set("level", numbers(level));
        node.set("daily", numbers(daily));
        yield node;
      }
      case Outcome.Failed(var kind, String message) -> failed(kind.name(), message);
    };
  }

  private static ObjectNode failed(@Nullable String kind, @Nullable String message) {
    return object().put("ok", false).put("class", kind).put("error", message);
  }

  private static ObjectNode numbers(Map<String, Double> values) {
    ObjectNode node = object();
    values.forEach(
        (name, value) -> {
          if (Values.canonical(value) instanceof Long whole) {
            node.put(name, whole);
          } else {
            node.put(name, value);
          }
        });
    return node;
  }

  static ObjectNode run(Run run) {
    ObjectNode node =
        object()
            .put("id", run.id())
            .put("date", run.day().toString())
            .put("cause", run.cause().name().toLowerCase(Locale.ROOT))
            .put("started_at", run.startedAt().toString())
            .put("ended_at", text(run.endedAt()))
            .put("status", run.status().name().toLowerCase(Locale.ROOT));
    ObjectNode platforms = node.putObject("platforms");
    new TreeMap<>(run.results())
        .forEach(
            (platform, result) ->
                platforms.set(
                    platform,
                    result.ok()
                        ? object().put("ok", true)
                        : failed(result.kind(), result.error())));
    return node;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
