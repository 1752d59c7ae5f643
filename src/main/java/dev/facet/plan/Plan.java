package dev.facet.plan;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relational node: where rows come from and what becomes of them. Rows have no order unless
 * {@link Sort} is on top. A node that occurs twice in a plan is computed once.
 */
public sealed interface Plan {

  /** The columns of the rows this node gives. */
  List<Column> columns();

  /** All rows of a dataset of the project the plan runs in. */
  record Scan(Dataset dataset) implements Plan {
    @Override
    public List<Column> columns() {
      return dataset.columns();
    }
  }

  /** Rows that are part of the plan. */
  record Values(List<Column> columns, List<List<@Nullable Object>> rows) implements Plan {}

  /** The rows for which the condition is true (not false, not null). */
  record Filter(Plan input, Expression condition) implements Plan {
    public Filter {
      if (condition.type() != Type.BOOLEAN) {
        throw new IllegalArgumentException("A condition is boolean, not " + condition.type());
      }
    }

    @Override
    public List<Column> columns() {
      return input.columns();
    }
  }

  /** One row for each row, with these columns only. */
  record Project(Plan input, List<Named> expressions) implements Plan {
    public Project {
      expressions = List.copyOf(expressions);
    }

    @Override
    public List<Column> columns() {
      return expressions.stream().map(Named::column).toList();
    }
  }

  /**
   * One row for each combination of keys that occurs; exactly one row when there are no keys. Null
   * is a key value.
   */
  record Aggregate(Plan input, List<Named> keys, List<Aggregation> aggregations) implements Plan {
    public Aggregate {
      keys = List.copyOf(keys);
      aggregations = List.copyOf(aggregations);
    }

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>(keys.stream().map(Named::column).toList());
      aggregations.forEach(a -> columns.add(a.column()));
      return List.copyOf(columns);
    }
  }

  /**
   * Each left row with each right row of equal key. Null equals nothing, unless {@code nullsEqual}.
   * Column names of both sides differ. A left join keeps left rows without a partner, with nulls.
   */
  record Join(Kind kind, Plan left, Plan right, List<On> on, boolean nullsEqual) implements Plan {
    public Join {
      on = List.copyOf(on);
    }

    /** What happens to left rows without a partner. */
    public enum Kind {
      INNER,
      LEFT
    }

    /** A left and a right column that must be equal. */
    public record On(String left, String right) {}

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>(left.columns());
      columns.addAll(right.columns());
      return List.copyOf(columns);
    }
  }

  /**
   * The rows of all inputs, repeated ones kept; the first input names the columns, types agree by
   * place.
   */
  record Union(List<Plan> inputs) implements Plan {
    public Union {
      inputs = List.copyOf(inputs);
      if (inputs.isEmpty()) {
        throw new IllegalArgumentException("A union needs an input");
      }
    }

    @Override
    public List<Column> columns() {
      return inputs.getFirst().columns();
    }
  }

  /** Rows in order. Nulls come last in both directions; text is ordered by code point. */
  record Sort(Plan input, List<By> by) implements Plan {
    public Sort {
      by = List.copyOf(by);
    }

    /** A column to order by. */
    public record By(String column, boolean descending) {}

    @Override
    public List<Column> columns() {
      return input.columns();
    }
  }

  /**
   * Each row with values of its neighbours beside it: rows that agree in the partition's columns,
   * in order. The order must be total for {@link Over.Kind#PREVIOUS} and its like to mean anything.
   */
  record Window(Plan input, List<String> partition, List<Sort.By> order, List<Over> over)
      implements Plan {
    public Window {
      partition = List.copyOf(partition);
      order = List.copyOf(order);
      over = List.copyOf(over);
    }

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>(input.columns());
      over.forEach(one -> columns.add(new Column(one.name(), one.type())));
      return List.copyOf(columns);
    }

    /**
     * A value out of the rows around one; null where there are none.
     *
     * @param argument null for {@link Kind#ROW_NUMBER}
     */
    public record Over(String name, Kind kind, @Nullable Expression argument) {
      public Over {
        if ((argument == null) != (kind == Kind.ROW_NUMBER)) {
          throw new IllegalArgumentException(kind + " of " + argument);
        }
      }

      /** Which rows are looked at and what is taken of them. */
      public enum Kind {
        /** The value of the row right before. */
        PREVIOUS,
        /** The largest of all rows before. */
        MAX_BEFORE,
        /** The smallest of all rows after. */
        MIN_AFTER,
        /** The row's number, from 1. */
        ROW_NUMBER
      }

      Type type() {
        return argument == null ? Type.INTEGER : argument.type();
      }
    }
  }

  /** The rows after the first {@code offset}, {@code count} at most. */
  record Limit(Plan input, long count, long offset) implements Plan {
    @Override
    public List<Column> columns() {
      return input.columns();
    }
  }

  /** An expression and the column it becomes. */
  record Named(String name, Expression expression) {
    Column column() {
      return new Column(name, expression.type());
    }
  }

  /** The column of this name among {@link #columns()}, as an expression. */
  default Expression column(String name) {
    return columns().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .<Expression>map(c -> new Expression.Reference(c.name(), c.type()))
        .orElseThrow(() -> new IllegalArgumentException("No column " + name + " in " + columns()));
  }
}
