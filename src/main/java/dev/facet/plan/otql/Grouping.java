package dev.facet.plan.otql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import dev.facet.plan.otql.object.Narrowing;
import dev.facet.plan.otql.object.ObjectRows;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Objects told apart by up to three keys, and what is summed up of those that share them. What is
 * summed up is added while a statement is read; plans are asked for afterwards.
 */
final class Grouping {
  /** The most keys. */
  static final int LEVELS = 3;

  static final String GROUPING = "grouping";
  static final String PLACE = "place";
  static final String OBJECTS = "objects";
  private static final String ELEMENT = "element";

  private final int number;
  private final Plan rows;
  private final List<BucketKey> keys;
  private final @Nullable Grouping above;
  private final boolean isBucket;
  private final @Nullable FieldValue elements;
  private final List<Summed> sums = new ArrayList<>();

  /** A number over the values of a field. */
  private record Summed(Metric metric, FieldValue field) {}

  /**
   * @param number what its rows are known by
   * @param above the buckets that these stand in, null for none
   * @param isBucket whether the last key makes buckets; else the keys are those of {@code above}
   * @param elements whose elements are objects of their own, null for none
   */
  private Grouping(
      int number,
      Plan rows,
      List<BucketKey> keys,
      @Nullable Grouping above,
      boolean isBucket,
      @Nullable FieldValue elements) {
    this.number = number;
    this.rows = rows;
    this.keys = List.copyOf(keys);
    this.above = above;
    this.isBucket = isBucket;
    this.elements = elements;
  }

  /** All rows as one. */
  static Grouping none(int number, Plan rows) {
    return new Grouping(number, rows, List.of(), null, false, null);
  }

  /** These buckets' objects, told apart by one more key. */
  Grouping by(int newNumber, BucketKey key) {
    List<BucketKey> more = new ArrayList<>(keys);
    more.add(key);
    return new Grouping(newNumber, rows, more, bucket(), true, null);
  }

  /** The same keys over fewer of the rows. */
  Grouping over(int newNumber, Plan fewer) {
    return new Grouping(newNumber, fewer, keys, bucket(), false, null);
  }

  /** The same keys over the elements of a field. */
  Grouping elements(int newNumber, FieldValue field) {
    return new Grouping(newNumber, rows, keys, bucket(), false, field);
  }

  private @Nullable Grouping bucket() {
    return isBucket ? this : above;
  }

  Plan rows() {
    return rows;
  }

  int number() {
    return number;
  }

  int levels() {
    return keys.size();
  }

  /** Adds a number to what is summed up; gives its place among them. */
  int sum(Metric metric, FieldValue field) {
    FieldValue summed =
        elements == null ? field : FieldValue.ofText(new Expression.Reference(ELEMENT, Type.TEXT));
    sums.add(new Summed(metric, summed));
    return sums.size() - 1;
  }

  int sums() {
    return sums.size();
  }

  /**
   * The rows of this grouping as {@link AggregationShape} reads them.
   *
   * @param width how many numbers a row has room for
   */
  Plan told(int width) {
    Plan told = isBucket ? kept() : summed();
    return told(told, isBucket ? told.column(PLACE) : Expression.integer(0), width);
  }

  /** The same where no other rows stand beside these: they come in the order of their places. */
  Plan alone(int width) {
    BucketKey key = isBucket && keys.size() == 1 ? keys.getFirst() : null;
    if (key == null || !key.byCount() || key.limit() == BucketKey.ALL) {
      return told(width);
    }
    Plan told = told(summed(), Expression.integer(0), width);
    List<By> order = List.of(new By(OBJECTS, true), new By(key(0), false));
    return new Plan.Limit(new Plan.Sort(told, order), key.limit(), 0);
  }

  private static String key(int level) {
    return "key_" + level;
  }

  private Plan told(Plan told, Expression place, int width) {
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(GROUPING, Expression.integer(number)));
    for (int i = 0; i < LEVELS; i++) {
      Expression text = i < keys.size() ? text(i, told) : Expression.text(null);
      columns.add(new Named(key(i), text));
    }
    columns.add(new Named(PLACE, place));
    columns.add(new Named(OBJECTS, told.column(OBJECTS)));
    for (int i = 0; i < width; i++) {
      columns.add(new Named("number_" + i, number(i, told)));
    }
    return new Plan.Project(told, columns);
  }

  private Expression number(int place, Plan told) {
    return place < sums.size()
        ? sums.get(place).metric().value(told, "sum_" + place)
        : new Expression.Literal(null, Type.NUMBER);
  }

  private Expression text(int level, Plan plan) {
    return keys.get(level).text().apply(plan.column(raw(level)));
  }

  private static String raw(int level) {
    return "raw_" + level;
  }

  private static String grouped(int level) {
    return "grouped_" + level;
  }

  private List<String> raws(int levels) {
    return IntStream.range(0, levels).mapToObj(Grouping::raw).toList();
  }

  /** The buckets that stay, with their places among those of the same bucket above. */
  private Plan kept() {
    int last = keys.size() - 1;
    BucketKey key = keys.getLast();
    Plan all = ObjectRows.with(summed(), "text", text(last, summed()));
    List<By> order =
        key.byCount()
            ? List.of(new By(OBJECTS, true), new By("text", false))
            : List.of(new By(raw(last), false));
    boolean isLimited = key.limit() != BucketKey.ALL;
    if (isLimited && last == 0) {
      Plan first = new Plan.Limit(new Plan.Sort(all, order), key.limit(), 0);
      return new Plan.Window(first, List.of(), order, List.of(Over.rowNumber(PLACE)));
    }
    Plan placed = new Plan.Window(all, raws(last), order, List.of(Over.rowNumber(PLACE)));
    return isLimited
        ? new Plan.Filter(
            placed,
            call(Function.LESS_OR_EQUAL, placed.column(PLACE), Expression.integer(key.limit())))
        : placed;
  }

  /** A row for each combination of keys, of those within the buckets that stay. */
  private Plan summed() {
    Plan all = aggregated();
    List<Expression> present = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      present.add(call(Function.NOT, call(Function.IS_NULL, all.column(raw(i)))));
    }
    Plan keyed = present.isEmpty() ? all : new Plan.Filter(all, Narrowing.and(present));
    boolean isCut =
        above != null && above.keys.stream().anyMatch(key -> key.limit() != BucketKey.ALL);
    return above != null && isCut
        ? Narrowing.joined(Plan.Join.Kind.SEMI, keyed, above.kept(), raws(above.keys.size()))
        : keyed;
  }

  private Plan aggregated() {
    boolean several = keys.stream().anyMatch(BucketKey::hasSeveral) || elements != null;
    if (!several) {
      return new Plan.Aggregate(rows, named(rows, false), aggregations());
    }
    if (sums.isEmpty()) {
      return countedTwice();
    }
    Plan open = elements == null ? rows : opened(rows, "grouped_element", elements);
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).hasSeveral()) {
        Plan with = ObjectRows.with(open, grouped(i), keys.get(i).grouped());
        open = unnested(with, raw(i), keys.get(i).expanded().apply(with.column(grouped(i))));
      }
    }
    return new Plan.Aggregate(open, named(open, true), aggregations());
  }

  private static Plan opened(Plan rows, String name, FieldValue field) {
    Plan with = ObjectRows.with(rows, name, field.text());
    return unnested(with, ELEMENT, Values.distinct(with.column(name)));
  }

  private static Plan unnested(Plan rows, String name, Expression list) {
    return new Plan.Unnest(rows, List.of(new Named(name, list)), null, false);
  }

  /** Counts rows of equal values before lists among them are taken apart: those are few. */
  private Plan countedTwice() {
    List<Named> once = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      BucketKey key = keys.get(i);
      Expression grouped = key.hasSeveral() ? key.grouped() : key.expanded().apply(key.grouped());
      once.add(new Named(key.hasSeveral() ? grouped(i) : raw(i), grouped));
    }
    Plan open = new Plan.Aggregate(rows, once, aggregations());
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).hasSeveral()) {
        open = unnested(open, raw(i), keys.get(i).expanded().apply(open.column(grouped(i))));
      }
    }
    List<Named> names = new ArrayList<>();
    for (String raw : raws(keys.size())) {
      names.add(new Named(raw, open.column(raw)));
    }
    return new Plan.Aggregate(
        open, names, List.of(new Aggregation(OBJECTS, Aggregation.Kind.SUM, open.column(OBJECTS))));
  }

  private List<Named> named(Plan plan, boolean isOpen) {
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      BucketKey key = keys.get(i);
      boolean isThere = isOpen && key.hasSeveral();
      named.add(
          new Named(raw(i), isThere ? plan.column(raw(i)) : key.expanded().apply(key.grouped())));
    }
    return named;
  }

  private List<Aggregation> aggregations() {
    List<Aggregation> all = new ArrayList<>();
    all.add(new Aggregation(OBJECTS, Aggregation.Kind.COUNT, null));
    for (int i = 0; i < sums.size(); i++) {
      all.addAll(sums.get(i).metric().sums(sums.get(i).field(), "sum_" + i));
    }
    return all;
  }
}
