package dev.facet.otql;

import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Statement;
import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What statements tell of a tree in memory, counted object by object. */
record Told(List<Thing> roots) {

  Object of(OtqlQuery query) {
    Statement statement = query.statement();
    String type = ObjectTree.type(statement.from().text()).orElseThrow().name();
    List<Thing> selected = new ArrayList<>();
    for (Thing root : roots) {
      for (Thing thing : root.all(type)) {
        if (Walk.satisfies(thing, statement.where()) && areOwned(root, statement.joins())) {
          selected.add(thing);
        }
      }
    }
    return switch (statement.operation()) {
      case Operation.Directed _ -> (Object) (long) selected.size();
      case Operation.Select(List<Item> items, var _) ->
          isAggregated(items)
              ? inside(selected, items, null)
              : sorted(selected, type).stream()
                  .skip(query.offset())
                  .limit(query.shown())
                  .map(thing -> shown(thing, items))
                  .toList();
    };
  }

  private static boolean areOwned(Thing root, List<Statement.Join> joins) {
    return joins.stream()
        .allMatch(
            join ->
                root.all(join.type().text()).stream()
                    .anyMatch(thing -> Walk.satisfies(thing, join.where())));
  }

  private static boolean isAggregated(List<Item> items) {
    return items.stream()
        .anyMatch(
            item ->
                item.directives().stream().anyMatch(d -> !d.name().equals("filter"))
                    || item.selection() != null && isAggregated(item.selection()));
  }

  // Selections

  private static List<Thing> sorted(List<Thing> things, String type) {
    ObjectType declared = ObjectTree.type(type).orElseThrow();
    Comparator<Thing> order = (one, other) -> 0;
    for (String field : declared.order()) {
      order = order.thenComparing(thing -> orderKey(thing, field));
    }
    Comparator<Thing> all =
        order.thenComparing(
            thing -> number(Objects.requireNonNull(thing.root)), Comparator.naturalOrder());
    return things.stream().sorted(all).toList();
  }

  /** The person's number is the second half of their uuid. */
  private static long number(Thing root) {
    return java.util.UUID.fromString((String) root.fields.get("id")).getLeastSignificantBits();
  }

  /** Numbers in order, texts in order, nothing last. */
  private static String orderKey(Thing thing, String field) {
    Object value = thing.fields.get(field);
    return value == null
        ? "\uFFFF"
        : value instanceof Long number ? String.format("%020d", number) : value.toString();
  }

  private static Map<String, @Nullable Object> shown(Thing thing, List<Item> items) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (Item item : items) {
      String name = item.name().text();
      List<Item> inside = item.selection();
      if (inside != null) {
        List<Thing> linked = filtered(thing.link(name), item);
        String type = linked.isEmpty() ? "UserPoint" : linked.getFirst().type;
        shown.put(name, sorted(linked, type).stream().map(one -> shown(one, inside)).toList());
      } else {
        shown.put(name, shown(name, thing.fields.get(name)));
      }
    }
    return shown;
  }

  private static @Nullable Object shown(String field, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (field) {
      case "ts", "creation_ts", "last_modified_ts" -> Math.floorDiv((Long) value, 1000L);
      case "date", "creation_date" -> Walk.iso((Long) value);
      default -> value;
    };
  }

  private static List<Thing> filtered(List<Thing> things, Item item) {
    List<Thing> left = things;
    for (Directive directive : item.directives()) {
      Condition clause = directive.clause();
      if (clause != null) {
        left = left.stream().filter(thing -> Walk.satisfies(thing, clause)).toList();
      }
    }
    return left;
  }

  // Aggregations

  private static void tell(
      List<Thing> things,
      List<Item> items,
      @Nullable String path,
      List<Object> buckets,
      List<Object> metrics) {
    for (Item item : items) {
      String name = item.name().text();
      boolean isLink =
          !things.isEmpty()
              ? ObjectTree.type(things.getFirst().type).orElseThrow().link(name).isPresent()
              : item.directives().stream().allMatch(d -> d.name().equals("filter"));
      List<Item> inside = item.selection();
      if (isLink && inside != null) {
        Set<Thing> linked = new LinkedHashSet<>();
        things.forEach(thing -> linked.addAll(filtered(thing.link(name), item)));
        tell(
            List.copyOf(linked), inside, path == null ? name : path + "." + name, buckets, metrics);
        continue;
      }
      List<Thing> own = filtered(things, item);
      for (Directive directive : item.directives()) {
        Optional<List<Object>> bucketed = buckets(own, name, path, directive, inside);
        if (bucketed.isPresent()) {
          Map<String, @Nullable Object> told = named(directive.name(), name, path);
          told.put("type", directive.name());
          told.put("buckets", bucketed.get());
          buckets.add(told);
        } else if (!directive.name().equals("filter")) {
          metrics.addAll(metrics(own, name, path, directive.name()));
        }
      }
    }
  }

  private static Map<String, @Nullable Object> named(
      String directive, String field, @Nullable String path) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("name", directive + "_" + field);
    told.put("field_name", field);
    told.put("path", path);
    return told;
  }

  private static List<Object> metrics(
      List<Thing> things, String field, @Nullable String path, String directive) {
    List<Double> numbers = new ArrayList<>();
    Set<String> different = new HashSet<>();
    for (Thing thing : things) {
      for (Object value : Walk.values(shown(field, thing.fields.get(field)))) {
        different.add(Walk.text(value));
        Double number =
            field.endsWith("date")
                ? (Double) (double) Objects.requireNonNull(Walk.millis(value))
                : Walk.number(value);
        if (number != null) {
          numbers.add(number);
        }
      }
    }
    List<String> words =
        directive.equals("stats")
            ? List.of("count", "min", "max", "avg", "sum")
            : List.of(directive);
    List<Object> metrics = new ArrayList<>();
    for (String word : words) {
      Map<String, @Nullable Object> told = named(word, field, path);
      told.put("metric_type", word);
      told.put(
          "value",
          switch (word) {
            case "count" -> (Object) numbers.size();
            case "cardinality" -> different.size();
            case "sum" -> numbers.stream().mapToDouble(d -> d).sum();
            case "min" -> numbers.isEmpty() ? null : Collections.min(numbers);
            case "max" -> numbers.isEmpty() ? null : Collections.max(numbers);
            case "avg" ->
                numbers.isEmpty()
                    ? null
                    : (Object) numbers.stream().mapToDouble(d -> d).average().getAsDouble();
            default -> throw new IllegalArgumentException(word);
          });
      metrics.add(told);
    }
    return metrics;
  }

  private static Optional<List<Object>> buckets(
      List<Thing> things,
      String field,
      @Nullable String path,
      Directive directive,
      @Nullable List<Item> inside) {
    Optional<Map<String, List<Thing>>> found =
        switch (directive.name()) {
          case "map" -> Optional.of(mapped(things, field, directive));
          case "date_histogram" ->
              Optional.of(sorted(things, thing -> periods(thing, field, directive)));
          case "histogram" -> Optional.of(stretches(things, field, directive));
          case "range" -> Optional.of(ranges(things, field, directive));
          case "missing" ->
              Optional.of(
                  sorted(
                      things,
                      thing ->
                          thing.fields.get(field) == null ? Set.of("missing") : Set.<String>of()));
          default -> Optional.<Map<String, List<Thing>>>empty();
        };
    return found.map(groups -> told(groups, path, inside));
  }

  /** By their keys. */
  private static Map<String, List<Thing>> sorted(
      List<Thing> things, Function<Thing, Set<String>> keys) {
    Map<String, List<Thing>> groups = new TreeMap<>();
    things.forEach(thing -> keys.apply(thing).forEach(key -> put(groups, key, thing)));
    return groups;
  }

  private static Map<String, List<Thing>> mapped(
      List<Thing> things, String field, Directive directive) {
    Map<String, List<Thing>> bySize = new LinkedHashMap<>();
    sorted(things, thing -> texts(thing, field)).entrySet().stream()
        .sorted(Comparator.comparing(group -> -group.getValue().size()))
        .limit((long) argument(directive, "limit", 50))
        .forEach(group -> bySize.put(group.getKey(), group.getValue()));
    return bySize;
  }

  private static Map<String, List<Thing>> stretches(
      List<Thing> things, String field, Directive directive) {
    double width = argument(directive, "interval", 0);
    Map<String, List<Thing>> groups = new TreeMap<>(Comparator.comparing(Double::valueOf));
    for (Thing thing : things) {
      Set<String> keys = new LinkedHashSet<>();
      for (Double number : numbers(thing, field)) {
        keys.add(Walk.text(Math.floor(number / width) * width));
      }
      keys.forEach(key -> put(groups, key, thing));
    }
    return groups;
  }

  private static Map<String, List<Thing>> ranges(
      List<Thing> things, String field, Directive directive) {
    Map<String, List<Thing>> groups = new LinkedHashMap<>();
    Literal.Many ranges = (Literal.Many) directive.argument("ranges").orElseThrow();
    for (Literal range : ranges.values()) {
      Double from = end(range, "from");
      Double to = end(range, "to");
      String key =
          (from == null ? "*" : Walk.text(from)) + "-" + (to == null ? "*" : Walk.text(to));
      groups.put(
          key,
          things.stream()
              .filter(
                  thing ->
                      numbers(thing, field).stream()
                          .anyMatch(n -> (from == null || n >= from) && (to == null || n < to)))
              .toList());
    }
    return groups;
  }

  private static List<Object> told(
      Map<String, List<Thing>> groups, @Nullable String path, @Nullable List<Item> inside) {
    List<Object> buckets = new ArrayList<>();
    groups.forEach(
        (key, of) -> {
          Map<String, @Nullable Object> bucket = new LinkedHashMap<>();
          bucket.put("key", key);
          bucket.put("count", of.size());
          bucket.put("aggregations", inside == null ? null : inside(of, inside, path));
          buckets.add(bucket);
        });
    return buckets;
  }

  private static Map<String, @Nullable Object> inside(
      List<Thing> things, List<Item> items, @Nullable String path) {
    List<Object> buckets = new ArrayList<>();
    List<Object> metrics = new ArrayList<>();
    tell(things, items, path, buckets, metrics);
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("buckets", buckets);
    all.put("metrics", metrics);
    return all;
  }

  private static void put(Map<String, List<Thing>> groups, String key, Thing thing) {
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(thing);
  }

  private static Set<String> texts(Thing thing, String field) {
    Set<String> texts = new LinkedHashSet<>();
    Walk.values(shown(field, thing.fields.get(field))).forEach(v -> texts.add(Walk.text(v)));
    return texts;
  }

  private static List<Double> numbers(Thing thing, String field) {
    return Walk.values(shown(field, thing.fields.get(field))).stream()
        .map(Walk::number)
        .filter(Objects::nonNull)
        .map(number -> (Double) number)
        .toList();
  }

  private static double argument(Directive directive, String name, double otherwise) {
    return directive
        .argument(name)
        .map(value -> ((Literal.Number) value).value().doubleValue())
        .orElse(otherwise);
  }

  private static @Nullable Double end(Literal range, String name) {
    for (Directive.Argument end : ((Literal.Named) range).arguments()) {
      if (end.name().text().equals(name)) {
        return ((Literal.Number) end.value()).value().doubleValue();
      }
    }
    return null;
  }

  private static Set<String> periods(Thing thing, String field, Directive directive) {
    String interval =
        directive.argument("interval").map(v -> ((Literal.Text) v).text()).orElse("1M");
    long count = Long.parseLong(interval.substring(0, interval.length() - 1));
    char unit = interval.charAt(interval.length() - 1);
    Set<String> keys = new LinkedHashSet<>();
    for (Object value : Walk.values(thing.fields.get(field))) {
      Long millis =
          value instanceof Long micros ? (Long) Math.floorDiv(micros, 1000L) : Walk.millis(value);
      if (millis != null) {
        keys.add(Walk.iso(start(millis, count, unit) * 1000));
      }
    }
    return keys;
  }

  private static long start(long millis, long count, char unit) {
    ZonedDateTime day =
        Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case 'w' -> day.minusDays(day.getDayOfWeek().getValue() - 1L).toInstant().toEpochMilli();
      case 'M' -> day.withDayOfMonth(1).toInstant().toEpochMilli();
      case 'y' -> day.withDayOfYear(1).toInstant().toEpochMilli();
      case 'd' -> Math.floorDiv(millis, count * 86_400_000L) * count * 86_400_000L;
      case 'h' -> Math.floorDiv(millis, count * 3_600_000L) * count * 3_600_000L;
      default -> throw new IllegalArgumentException("" + unit);
    };
  }
}
