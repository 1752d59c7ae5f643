package dev.facet.plan.otql;

import dev.facet.dataset.object.Field;
import dev.facet.dataset.object.Field.Kind;
import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectTree;
import dev.facet.dataset.object.ObjectType;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort;
import dev.facet.plan.otql.SelectionShape.Cell;
import dev.facet.plan.otql.SelectionShape.Level;
import dev.facet.plan.otql.object.Asking;
import dev.facet.plan.otql.object.Items;
import dev.facet.plan.otql.object.Names;
import dev.facet.plan.otql.object.Narrowing;
import dev.facet.plan.otql.object.Used;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Statement.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects with what hangs on them. Each type that is selected is a level: its rows know their place
 * in it and the place of the object they hang on. All levels are one table, each with columns of
 * its own.
 */
final class Selecting {
  static final String LEVEL = "level";
  static final String PLACE = "place";
  static final String PARENT = "parent";

  private final Asking asking;
  private final List<Level> levels = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();

  Selecting(Asking asking) {
    this.asking = asking;
  }

  /** What is read of a type of which these items are told. */
  static Used used(ObjectType type, List<Item> items) {
    Used used = new Used(type).fields(type.order()).columns(List.of(ObjectTree.OWNER));
    for (Item item : items) {
      type.link(item.name().text())
          .ifPresentOrElse(used::link, () -> used.field(item.name().text()));
    }
    return used;
  }

  /**
   * The objects of a page with these items.
   *
   * @param objects with what {@link #used} says
   */
  Plan plan(ObjectType type, List<Item> items, Plan objects, long limit, long offset) {
    List<Sort.By> order = order(type, objects);
    Plan page = new Plan.Limit(new Sort(objects, order), limit, offset);
    add(type, items, numbered(page, order), -1, "");
    return united();
  }

  SelectionShape shape() {
    return new SelectionShape(levels);
  }

  private static List<Sort.By> order(ObjectType type, Plan objects) {
    List<Sort.By> order = new ArrayList<>();
    for (String field : type.order()) {
      order.add(new Sort.By(type.field(field).orElseThrow().source(), false));
    }
    order.add(new Sort.By(ObjectTree.OWNER, false));
    return order;
  }

  private static Plan numbered(Plan rows, List<Sort.By> order) {
    return new Plan.Window(rows, List.of(), order, List.of(Over.rowNumber(PLACE)));
  }

  private void add(ObjectType type, List<Item> items, Plan rows, int parent, String link) {
    int number = levels.size();
    List<Cell> cells = new ArrayList<>();
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(LEVEL, Expression.integer(number)));
    columns.add(new Named(PLACE, rows.column(PLACE)));
    columns.add(new Named(PARENT, parent < 0 ? Expression.integer(0) : rows.column(PARENT)));
    levels.add(new Level(parent, link, cells));
    plans.add(rows);
    List<Item> links = new ArrayList<>();
    for (Item item : items) {
      String name = item.name().text();
      if (item.selection() != null) {
        links.add(item);
        cells.add(new Cell.OfLink(name));
      } else {
        cells.add(cell(type, item, "value_" + number + "_" + cells.size(), rows, columns));
      }
    }
    plans.set(number, new Plan.Project(rows, columns));
    for (Item item : links) {
      addLinked(type, item, rows, number);
    }
  }

  private static Cell cell(
      ObjectType type, Item item, String column, Plan rows, List<Named> columns) {
    Field field = Names.field(type, item.name());
    for (Directive directive : item.directives()) {
      throw Mistake.directive(
          directive.place(), "@" + directive.name() + " narrows links and groups only.");
    }
    if (field.kind() == Kind.PROPERTY) {
      if (columns.stream().noneMatch(named -> named.name().equals(SelectionShape.PROPERTIES))) {
        columns.add(new Named(SelectionShape.PROPERTIES, rows.column(ObjectTree.PROPERTIES)));
      }
      return new Cell.OfProperty(field.name(), field.source());
    }
    columns.add(new Named(column, rows.column(field.source())));
    return new Cell.OfColumn(field.name(), column, field.kind());
  }

  private void addLinked(ObjectType type, Item item, Plan parents, int parent) {
    ObjectLink link = Names.link(type, item.name());
    ObjectType target = ObjectTree.target(link);
    List<Item> items = java.util.Objects.requireNonNull(item.selection());
    Items.areAggregated(items, item.name().place());
    Used used = used(target, items).link(link);
    Plan rows = new Narrowing(asking).of(used, Items.filter(item));
    Plan above =
        new Plan.Project(
            parents,
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(new Named(PARENT, parents.column(PLACE))),
                    link.on().stream()
                        .map(name -> new Named("above_" + name, parents.column(name))))
                .toList());
    Plan joined = new Join(Join.Kind.INNER, rows, above, Narrowing.on(link.on(), "above"), false);
    List<Sort.By> order = new ArrayList<>(List.of(new Sort.By(PARENT, false)));
    order.addAll(order(target, rows));
    add(target, items, numbered(joined, order), parent, link.name());
  }

  /** All levels with the columns of all. */
  private Plan united() {
    List<Column> all = new ArrayList<>();
    for (Plan plan : plans) {
      plan.columns().stream().filter(column -> !all.contains(column)).forEach(all::add);
    }
    return new Plan.Union(plans.stream().map(plan -> widened(plan, all)).toList());
  }

  private static Plan widened(Plan plan, List<Column> all) {
    List<Named> columns = new ArrayList<>();
    for (Column column : all) {
      columns.add(
          new Named(
              column.name(),
              plan.columns().contains(column)
                  ? plan.column(column.name())
                  : new Expression.Literal(null, column.type())));
    }
    return new Plan.Project(plan, columns);
  }

  static Type type(Kind kind) {
    return switch (kind) {
      case TEXT, DATE -> Type.TEXT;
      case WHOLE, TIMESTAMP -> Type.INTEGER;
      case NUMBER -> Type.NUMBER;
      case FLAG -> Type.BOOLEAN;
      case PROPERTY -> Type.OBJECT;
    };
  }
}
