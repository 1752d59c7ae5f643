package dev.facet.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.Micros;
import dev.facet.model.Values;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports about activities, computed by walking over them as the request says.
 *
 * @param members the persons of cohort 1; cohort 2 has none
 */
record CubeByHand(List<Activity> activities, JsonNode request, List<Long> members) {

  List<List<@Nullable Object>> rows() {
    TreeMap<List<Object>, List<Activity>> groups = new TreeMap<>(CubeByHand::compare);
    if (request.path("dimensions").isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (Activity activity : activities) {
      if (isWithin(activity) && passes(activity)) {
        for (List<Object> key : keys(activity)) {
          groups.computeIfAbsent(key, k -> new ArrayList<>()).add(activity);
        }
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    groups.forEach(
        (key, own) -> {
          if (isShown(own)) {
            List<@Nullable Object> row = new ArrayList<>(key);
            request
                .path("metrics")
                .forEach(m -> row.add(metric(own, m.path("expression").asText())));
            rows.add(row);
          }
        });
    rows.sort(order());
    int first = request.path("first_result").asInt(0);
    return rows.stream().skip(first).limit(request.path("max_result").asInt(100)).toList();
  }

  private boolean isWithin(Activity activity) {
    JsonNode range = request.path("date_ranges").path(0);
    return activity.start() >= micros(range.path("start_date").asText())
        && activity.start() <= micros(range.path("end_date").asText());
  }

  private static long micros(String text) {
    return Micros.of(Instant.parse(text + "Z"));
  }

  private boolean passes(Activity activity) {
    JsonNode clause = request.path("dimension_filter_clauses");
    List<Boolean> results = new ArrayList<>();
    for (JsonNode filter : clause.path("filters")) {
      boolean any =
          values(activity, filter.path("dimension_name").asText()).stream()
              .anyMatch(value -> passes(value, filter));
      results.add(any != filter.path("not").asBoolean());
    }
    return results.isEmpty()
        || (clause.path("operator").asText().equals("OR")
            ? results.contains(true)
            : !results.contains(false));
  }

  private static boolean passes(Object value, JsonNode filter) {
    boolean exact = filter.path("case_sensitive").asBoolean();
    for (JsonNode expression : filter.path("expressions")) {
      String text = Objects.requireNonNull(Values.text(Values.canonical(value)));
      String other = expression.asText();
      if (filter.path("operator").asText().startsWith("NUMERIC")) {
        Double number = Values.number(value);
        if (number != null && numeric(filter, number, expression.asDouble())) {
          return true;
        }
      } else if (text(filter).test(exact ? text : lower(text), exact ? other : lower(other))) {
        return true;
      }
    }
    return false;
  }

  /** Character by character, as stores do it. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  private static boolean numeric(JsonNode filter, double value, double other) {
    return switch (filter.path("operator").asText()) {
      case "NUMERIC_EQUAL" -> value == other;
      case "NUMERIC_GREATER_THAN" -> value > other;
      default -> value < other;
    };
  }

  private static BiPredicate<String, String> text(JsonNode filter) {
    return switch (filter.path("operator").asText()) {
      case "EXACT", "IN_LIST" -> String::equals;
      case "BEGINS_WITH" -> String::startsWith;
      case "ENDS_WITH" -> String::endsWith;
      case "PARTIAL" -> String::contains;
      case "REGEXP" -> (text, pattern) -> Pattern.compile(pattern).matcher(text).find();
      default -> throw new IllegalArgumentException(filter.toString());
    };
  }

  private List<List<Object>> keys(Activity activity) {
    List<List<Object>> keys = List.of(List.of());
    for (JsonNode dimension : request.path("dimensions")) {
      List<List<Object>> longer = new ArrayList<>();
      for (Object value : values(activity, dimension.path("name").asText())) {
        keys.forEach(key -> longer.add(Stream.concat(key.stream(), Stream.of(value)).toList()));
      }
      keys = longer;
    }
    return keys;
  }

  /** None when it is missing. */
  private List<? extends Object> values(Activity activity, String dimension) {
    return switch (dimension) {
      case "type" ->
          List.of(Objects.requireNonNullElse(activity.first("activity_type"), "SITE_VISIT"));
      case "channel_id" -> one(activity.first("channel_id"));
      case "channel_name" -> one(activity.first("channel_name"));
      case "session_duration" -> List.of(activity.duration());
      case "has_conversion" -> List.of(!activity.different("goal_id").isEmpty());
      case "has_bounced" -> List.of(activity.userEvents() <= 1);
      case "goal_id" -> activity.different("goal_id");
      case "event_type" -> activity.names();
      case "segment_id" -> members.contains(activity.person()) ? List.of("1") : List.of();
      case "number_of_user_events" -> List.of(activity.userEvents());
      case "number_of_confirmed_transactions" -> List.of((long) activity.revenues().size());
      case "number_of_ad_views" -> List.of(activity.named("$ad_view"));
      case "number_of_ad_clicks" -> List.of(activity.named("$ad_click"));
      case "transaction_amount" -> one(activity.amount());
      case "device_browser_family" -> one(activity.first("$browser"));
      case "device_os_family" -> one(activity.first("$os"));
      case "city" -> one(activity.first("$geoip_city_name"));
      case "resource_name" -> one(activity.first("$pathname"));
      case "date_time" -> List.of(activity.start() / 1000);
      case "date_yyyymmdd" -> List.of(time(activity, "yyyyMMdd"));
      case "date_yyyymmddhh" -> List.of(time(activity, "yyyyMMddHH"));
      case "date_yyyy_mm_dd" -> List.of(time(activity, "yyyy-MM-dd"));
      case "date_yyyy_mm_dd_hh" -> List.of(time(activity, "yyyy-MM-dd'T'HH"));
      case "date_yyyy_mm_dd_hh_mm" -> List.of(time(activity, "yyyy-MM-dd'T'HH:mm"));
      default -> throw new IllegalArgumentException(dimension);
    };
  }

  private static List<Object> one(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  private static String time(Activity activity, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(Micros.toInstant(activity.start()));
  }

  private static Object metric(List<Activity> own, String name) {
    double sessions = own.size();
    long users = own.stream().map(Activity::person).distinct().count();
    double revenue = own.stream().flatMap(a -> a.revenues().stream()).mapToDouble(d -> d).sum();
    long transactions = own.stream().mapToLong(a -> a.revenues().size()).sum();
    return switch (name) {
      case "users" -> (Object) users;
      case "sessions" -> (long) own.size();
      case "revenue" -> revenue;
      case "number_of_transactions" -> transactions;
      case "avg_session_duration" ->
          ratio(own.stream().mapToLong(Activity::duration).sum(), sessions);
      case "avg_number_of_user_events" ->
          ratio(own.stream().mapToLong(Activity::userEvents).sum(), sessions);
      case "conversion_rate" ->
          ratio(own.stream().filter(a -> !a.different("goal_id").isEmpty()).count(), sessions);
      case "avg_transaction_amount" -> ratio(revenue, transactions);
      case "avg_revenue_per_user_point" -> ratio(revenue, users);
      case "avg_number_of_transactions_per_user_point" -> ratio(transactions, users);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double ratio(double dividend, double divisor) {
    return divisor == 0 ? 0 : dividend / divisor;
  }

  private boolean isShown(List<Activity> own) {
    JsonNode clause = request.path("metric_filter_clauses");
    List<Boolean> results = new ArrayList<>();
    for (JsonNode filter : clause.path("filters")) {
      double value = ((Number) metric(own, filter.path("metric_name").asText())).doubleValue();
      double other = Double.parseDouble(filter.path("comparison_value").asText());
      boolean holds =
          switch (filter.path("operator").asText()) {
            case "EQUAL" -> value == other;
            case "GREATER_THAN" -> value > other;
            default -> value < other;
          };
      results.add(holds != filter.path("not").asBoolean());
    }
    return results.isEmpty()
        || (clause.path("operator").asText().equals("OR")
            ? results.contains(true)
            : !results.contains(false));
  }

  private Comparator<List<@Nullable Object>> order() {
    JsonNode by = request.path("order_by");
    if (by.isMissingNode()) {
      return (a, b) -> 0;
    }
    String field = by.path("field_name").asText();
    boolean minus = field.startsWith("-");
    List<String> names = new ArrayList<>();
    request.path("dimensions").forEach(d -> names.add(d.path("name").asText()));
    request
        .path("metrics")
        .forEach(m -> names.add(m.path("alias").asText(m.path("expression").asText())));
    int column = names.indexOf(minus ? field.substring(1) : field);
    Comparator<List<@Nullable Object>> order =
        (a, b) ->
            compare(
                List.of(Objects.requireNonNull(a.get(column))),
                List.of(Objects.requireNonNull(b.get(column))));
    return minus || by.path("sort_order").asText().equals("DESCENDING") ? order.reversed() : order;
  }

  private static int compare(List<Object> left, List<Object> right) {
    for (int i = 0; i < left.size(); i++) {
      int order =
          switch (left.get(i)) {
            case String text -> Activity.BY_POINT.compare(text, (String) right.get(i));
            case Boolean truth -> truth.compareTo((Boolean) right.get(i));
            case Long number -> number.compareTo((Long) right.get(i));
            case Double number -> number.compareTo((Double) right.get(i));
            default -> throw new IllegalArgumentException(Arrays.toString(left.toArray()));
          };
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
