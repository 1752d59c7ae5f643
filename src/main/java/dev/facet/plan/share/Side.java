package dev.facet.plan.share;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several plans in one table, each in columns of its types beside the number of its plan.
 */
final class Side {
  private static final String PLAN = "plan";

  private final List<Type> slots = new ArrayList<>();
  private final List<List<Column>> columns = new ArrayList<>();
  private final List<List<Integer>> places = new ArrayList<>();

  /** Makes room for the rows of one more plan. */
  void add(List<Column> own) {
    List<Integer> taken = new ArrayList<>();
    for (Column column : own) {
      int slot = 0;
      while (slot < slots.size() && (slots.get(slot) != column.type() || taken.contains(slot))) {
        slot++;
      }
      if (slot == slots.size()) {
        slots.add(column.type());
      }
      taken.add(slot);
    }
    columns.add(List.copyOf(own));
    places.add(taken);
  }

  /** The rows of all plans, which have been added in this order. */
  Plan union(List<Plan> plans) {
    List<Plan> parts = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      List<Named> row = new ArrayList<>();
      row.add(new Named(PLAN, Expression.integer(i)));
      for (int slot = 0; slot < slots.size(); slot++) {
        row.add(new Named("value_" + slot, cell(plans.get(i), i, slot)));
      }
      parts.add(new Plan.Project(plans.get(i), row));
    }
    return new Plan.Union(parts);
  }

  private Expression cell(Plan plan, int number, int slot) {
    int column = places.get(number).indexOf(slot);
    return column < 0
        ? new Expression.Literal(null, slots.get(slot))
        : plan.column(columns.get(number).get(column).name());
  }

  /** The rows of each plan. */
  List<Table> split(Table all) {
    List<List<List<@Nullable Object>>> rows = new ArrayList<>();
    columns.forEach(plan -> rows.add(new ArrayList<>()));
    for (List<@Nullable Object> row : all.rows()) {
      if (row.getFirst() instanceof Number number) {
        rows.get(number.intValue()).add(own(row, places.get(number.intValue())));
      }
    }
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      tables.add(new Table(columns.get(i), rows.get(i)));
    }
    return tables;
  }

  private static List<@Nullable Object> own(List<@Nullable Object> row, List<Integer> places) {
    List<@Nullable Object> own = new ArrayList<>(places.size());
    places.forEach(place -> own.add(row.get(place + 1)));
    return own;
  }
}
