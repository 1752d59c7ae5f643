package dev.facet.plan.otql;

import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.otql.AggregationShape.Bucketed;
import dev.facet.plan.otql.AggregationShape.Group;
import dev.facet.plan.otql.AggregationShape.Measured;
import dev.facet.plan.otql.AggregationShape.Told;
import dev.facet.plan.otql.object.Asking;
import dev.facet.plan.otql.object.Items;
import dev.facet.plan.otql.object.Names;
import dev.facet.plan.otql.object.Narrowing;
import dev.facet.plan.otql.object.Score;
import dev.facet.plan.otql.object.Truth;
import dev.facet.plan.otql.object.Used;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Name;
import dev.facet.query.otql.Statement.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups and sums over objects. Each group that is asked for becomes a plan of its own ({@link
 * Grouping}); all of them are one table, out of which the shape puts them into one another.
 */
final class Aggregating {
  private final Asking asking;
  private final List<Grouping> groupings = new ArrayList<>();
  private int numbers;
  private final Group top = new Group(new ArrayList<>(), new ArrayList<>());

  Aggregating(Asking asking) {
    this.asking = asking;
  }

  /**
   * Objects of a type that are summed up.
   *
   * @param path the links that lead to them
   * @param all whether no object of the type is left out
   */
  private record Source(ObjectType type, Plan rows, List<String> path, boolean all) {
    Told told(String directive, Name field) {
      return new Told(directive, field.text(), path.isEmpty() ? null : String.join(".", path));
    }
  }

  /** What is read of a type of which these items are summed up. */
  static Used used(ObjectType type, List<Item> items) {
    Used used = new Used(type);
    items.forEach(item -> add(used, item));
    return used;
  }

  private static void add(Used used, Item item) {
    Optional<ObjectLink> link = used.type().link(item.name().text());
    if (link.isPresent()) {
      used.link(link.get());
    } else {
      used.field(item.name().text()).condition(Items.filter(item));
      List<Item> inside = item.selection();
      if (inside != null) {
        inside.forEach(one -> add(used, one));
      }
    }
  }

  /**
   * @param objects with what {@link #used} says
   * @param all whether these are all of the type
   */
  Plan plan(ObjectType type, List<Item> items, Plan objects, boolean all) {
    inside(new Source(type, objects, List.of(), all), items, null, top);
    int width = groupings.stream().mapToInt(Grouping::sums).max().orElse(0);
    return groupings.size() == 1
        ? groupings.getFirst().alone(width)
        : new Plan.Union(groupings.stream().map(grouping -> grouping.told(width)).toList());
  }

  private int next() {
    numbers++;
    return numbers;
  }

  AggregationShape shape() {
    return new AggregationShape(top);
  }

  /**
   * What items tell of the objects in a group.
   *
   * @param bucket the group, null for all objects
   */
  private void inside(Source source, List<Item> items, @Nullable Grouping bucket, Group told) {
    Grouping all = bucket == null ? Grouping.none(next(), source.rows()) : bucket;
    if (bucket == null) {
      groupings.add(all);
    }
    for (Item item : items) {
      boolean isLink = source.type().link(item.name().text()).isPresent();
      if (isLink && bucket == null && item.selection() != null) {
        linked(source, item, item.selection());
      } else {
        field(source, item, all, told);
      }
    }
    if (bucket == null && all.sums() == 0) {
      groupings.remove(all);
    }
  }

  private void linked(Source source, Item item, List<Item> items) {
    ObjectLink link = Names.link(source.type(), item.name());
    for (Directive directive : Items.others(item)) {
      throw Score.unknown(directive, List.of(Items.FILTER));
    }
    Items.areAggregated(items, item.name().place());
    ObjectType target = ObjectTree.target(link);
    Condition filter = Items.filter(item);
    Plan rows = new Narrowing(asking).of(used(target, items).columns(link.on()), filter);
    if (!source.all()) {
      rows = Narrowing.joined(Plan.Join.Kind.SEMI, rows, source.rows(), link.on());
    }
    List<String> path = Stream.concat(source.path().stream(), Stream.of(link.name())).toList();
    inside(new Source(target, rows, path, source.all() && filter == null), items, null, top);
  }

  private void field(Source source, Item item, Grouping group, Group told) {
    Names.field(source.type(), item.name());
    Condition filter = Items.filter(item);
    if (filter == null) {
      directives(source, item, group, told);
      return;
    }
    Truth truth = new Truth(asking, source.type(), group.rows());
    Expression holds = truth.of(filter);
    Grouping narrow = group.over(next(), new Plan.Filter(truth.rows(), holds));
    groupings.add(narrow);
    directives(source, item, narrow, told);
    if (narrow.sums() == 0) {
      groupings.remove(narrow);
    }
  }

  private void directives(Source source, Item item, Grouping group, Group told) {
    FieldValue value = asking.value(source.type(), item.name(), group.rows());
    boolean isBucketed = false;
    for (Directive directive : Items.others(item)) {
      Optional<BucketKey> key = new Buckets(asking).of(directive, value);
      if (key.isPresent()) {
        isBucketed = true;
        bucketed(source, item, group, directive, key.get(), told);
      } else {
        measured(source, directive, value, item.name(), group, told);
      }
    }
    if (item.selection() != null && !isBucketed) {
      throw Mistake.directive(
          item.name().place(),
          "only buckets, those of @"
              + String.join(", @", Buckets.KNOWN)
              + ", have a selection in them.");
    }
  }

  private void bucketed(
      Source source, Item item, Grouping group, Directive directive, BucketKey key, Group told) {
    if (group.levels() == Grouping.LEVELS) {
      throw Mistake.directive(
          directive.place(), "buckets stand at most " + Grouping.LEVELS + " levels deep.");
    }
    Grouping own = group.by(next(), key);
    groupings.add(own);
    Group inside = Group.NONE;
    if (item.selection() != null) {
      Items.areAggregated(item.selection(), item.name().place());
      inside = new Group(new ArrayList<>(), new ArrayList<>());
      inside(source, item.selection(), own, inside);
    }
    Told name = source.told(directive.name(), item.name());
    told.buckets().add(new Bucketed(own.number(), name, key.ranges(), inside));
  }

  private void measured(
      Source source, Directive directive, FieldValue value, Name name, Grouping group, Group told) {
    List<Metric> metrics = Metric.of(directive.name());
    if (metrics.isEmpty()) {
      throw Score.unknown(
          directive, Stream.concat(Metric.KNOWN.stream(), Buckets.KNOWN.stream()).toList());
    }
    Score.check(directive, List.of());
    for (Metric metric : metrics) {
      Grouping own = group;
      if (metric == Metric.CARDINALITY && value.mayBeList()) {
        own = group.elements(next(), value);
        groupings.add(own);
      }
      int place = own.sum(metric, value);
      told.metrics()
          .add(new Measured(own.number(), source.told(metric.word(), name), metric, place));
    }
  }
}
