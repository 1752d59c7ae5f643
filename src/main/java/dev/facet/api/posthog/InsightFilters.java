package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.posthog.wire.DashboardInput;
import dev.facet.dashboard.InsightSearch;
import dev.facet.dashboard.InsightSearch.Order;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.plan.time.Calendar;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a list of insights is narrowed down to and ordered by. */
final class InsightFilters {
  /** How queries name the property that says of which variant of a flag an event is. */
  private static final String FLAG = "$feature/";

  private static final Map<String, String> KINDS =
      Map.of(
          "TRENDS", "TrendsQuery",
          "FUNNELS", "FunnelsQuery",
          "RETENTION", "RetentionQuery",
          "PATHS", "PathsQuery",
          "STICKINESS", "StickinessQuery",
          "LIFECYCLE", "LifecycleQuery",
          "SQL", "HogQLQuery",
          "HOG", "HogQuery");

  private InsightFilters() {}

  static InsightSearch search(Call call, Instant now) {
    Request request = call.request();
    InsightSearch search = new InsightSearch();
    request.query("saved").ifPresent(text -> saved(search, text.equalsIgnoreCase("true")));
    if (request.query("favorited").isPresent()) {
      search.favorited(true);
    }
    if (request.query("user").isPresent()) {
      search.createdBy(List.of(call.caller().user().id()));
    }
    request.query("created_by").ifPresent(text -> search.createdBy(numbers(text, "created_by")));
    request
        .query("dashboards")
        .ifPresent(text -> numbers(text, "dashboards").forEach(search::onDashboard));
    request
        .query("tags")
        .ifPresent(
            text -> search.anyTag(texts(text, "tags").stream().map(DashboardInput::tag).toList()));
    request.query("search").ifPresent(search::text);
    request.query("short_id").ifPresent(search::shortId);
    narrow(request, search);
    times(search, new Times(call, now));
    order(search, request.query("order").orElse(""));
    return search;
  }

  private static void narrow(Request request, InsightSearch search) {
    request.query("insight").ifPresent(word -> kind(search, word));
    request.query("feature_flag").ifPresent(flag -> search.asking(FLAG + flag + "\""));
    if (request.query("hide_feature_flag_insights").filter("true"::equalsIgnoreCase).isPresent()) {
      search.notAsking(FLAG);
    }
  }

  private static void times(InsightSearch search, Times times) {
    times.from("created_date_from").ifPresent(search::createdFrom);
    times.end("created_date_to").ifPresent(search::createdBefore);
    times.from("date_from").ifPresent(search::modifiedFrom);
    times.end("date_to").ifPresent(search::modifiedBefore);
    times.from("last_viewed_date_from").ifPresent(search::viewedFrom);
    times.end("last_viewed_date_to").ifPresent(search::viewedBefore);
  }

  private static void kind(InsightSearch search, String word) {
    switch (word.toUpperCase(Locale.ROOT)) {
      case "JSON" -> search.otherKind(KINDS.values());
      case String known when KINDS.containsKey(known) ->
          search.kind(List.of(Objects.requireNonNull(KINDS.get(known))));
      case String other ->
          throw FailureException.invalid(
              "invalid_choice", "insight", "\"" + other + "\" is not a valid choice.");
    }
  }

  /** Bounds of time, said as queries say them; {@code all} is none. */
  private record Times(Call call, Instant now) {

    Optional<Instant> from(String parameter) {
      return bound(parameter).map(bound -> resolve(bound).toInstant());
    }

    /** The end that is not in it any more: a day alone is meant whole. */
    Optional<Instant> end(String parameter) {
      return bound(parameter)
          .map(
              bound ->
                  bound instanceof DateBound.Absolute absolute && absolute.dateOnly()
                      ? resolve(bound).plusDays(1).toInstant()
                      : resolve(bound).plus(1, ChronoUnit.MICROS).toInstant());
    }

    private Optional<DateBound> bound(String parameter) {
      return call.request()
          .query(parameter)
          .filter(text -> !text.isBlank() && !text.equals("all"))
          .flatMap(text -> Optional.ofNullable(DateText.parse(text, parameter)));
    }

    private ZonedDateTime resolve(DateBound bound) {
      Project project = call.project();
      return new Calendar(project.zone(), project.weekStart()).resolve(bound, now, null);
    }
  }

  private static void saved(InsightSearch search, boolean saved) {
    if (saved) {
      search.savedOrShown();
    } else {
      search.saved(false);
    }
  }

  private static void order(InsightSearch search, String order) {
    boolean descending = order.startsWith("-");
    switch (descending ? order.substring(1) : order) {
      case "name" -> search.orderBy(Order.NAME, descending);
      case "created_at" -> search.orderBy(Order.CREATED, descending);
      case "last_modified_at" -> search.orderBy(Order.MODIFIED, descending);
      case "last_viewed_at" -> search.orderBy(Order.VIEWED, descending);
      case "updated_at" -> search.orderBy(Order.UPDATED, descending);
      default -> search.orderBy(Order.ID, descending);
    }
  }

  private static List<Long> numbers(String json, String parameter) {
    List<Long> numbers = new ArrayList<>();
    for (String text : texts(json, parameter)) {
      numbers.add(number(text).orElseThrow(() -> refused(parameter)));
    }
    return numbers;
  }

  /** A JSON list of texts or numbers, or one of them alone. */
  private static List<String> texts(String json, String parameter) {
    if (!json.startsWith("[")) {
      return List.of(json);
    }
    List<String> texts = new ArrayList<>();
    try {
      for (JsonNode element : Json.read(json.getBytes(StandardCharsets.UTF_8))) {
        texts.add(element.asText());
      }
    } catch (FailureException e) {
      throw refused(parameter);
    }
    return texts;
  }

  private static FailureException refused(String parameter) {
    return FailureException.invalid(
        "invalid_input", parameter, "Give a JSON list, such as [1, 2].");
  }

  /** A text as a number; nothing when it is none. */
  static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
