package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.dashboard.InsightSearch;
import dev.facet.dashboard.InsightSearch.Order;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a list of insights is narrowed down to and ordered by. */
final class InsightFilters {
  private InsightFilters() {}

  static InsightSearch search(Call call) {
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
    request.query("tags").ifPresent(text -> search.anyTag(texts(text, "tags")));
    request.query("search").ifPresent(search::text);
    request.query("short_id").ifPresent(search::shortId);
    order(search, request.query("order").orElse(""));
    return search;
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
