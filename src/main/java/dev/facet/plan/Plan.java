package dev.facet.plan;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
   * Each left row with each right row of equal key for which the condition is true. Null equals
   * nothing, unless {@code nullsEqual}. Column names of both sides differ.
   *
   * @param condition over the columns of both sides; null for none
   */
  record Join(
      Kind kind,
      Plan left,
      Plan right,
      List<On> on,
      boolean nullsEqual,
      @Nullable Expression condition)
      implements Plan {
    public Join {
      on = List.copyOf(on);
      if (condition != null && condition.type() != Type.BOOLEAN) {
        throw new IllegalArgumentException("A condition is boolean, not " + condition.type());
      }
    }

    public Join(Kind kind, Plan left, Plan right, List<On> on, boolean nullsEqual) {
      this(kind, left, right, on, nullsEqual, null);
    }

    /** What happens to rows without a partner. */
    public enum Kind {
      INNER,
      /** Left ones are kept, with nulls. */
      LEFT,
      /** Right ones are kept, with nulls. */
      RIGHT,
      /** Those of both sides are kept, with nulls. */
      FULL,
      /** The left rows that have a partner, once each, without the right columns. */
      SEMI,
      /** The left rows that have no partner, without the right columns. */
      ANTI;

      /** Whether the rows have the columns of the right side. */
      public boolean showsRight() {
        return this != SEMI && this != ANTI;
      }
    }

    /** A left and a right column that must be equal. */
    public record On(String left, String right) {}

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>(left.columns());
      if (kind.showsRight()) {
        columns.addAll(right.columns());
      }
      return List.copyOf(columns);
    }
  }

  /**
   * One row for each element of a list, beside the columns of its row. Several lists are walked
   * side by side: shorter ones are filled up with nulls.
   *
   * @param index the column that counts the elements of a row from 1; null for none
   * @param outer whether a row without any element is kept once, with nulls
   */
  record Unnest(Plan input, List<Named> lists, @Nullable String index, boolean outer)
      implements Plan {
    public Unnest {
      lists = List.copyOf(lists);
      if (lists.isEmpty()
          || !lists.stream().allMatch(list -> list.expression().type().isListOfOne())) {
        throw new IllegalArgumentException("No elements of " + lists);
      }
    }

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>(input.columns());
      for (Named list : lists) {
        Type element = Objects.requireNonNull(list.expression().type().element());
        columns.add(new Column(list.name(), element));
      }
      if (index != null) {
        columns.add(new Column(index, Type.INTEGER));
      }
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

  /** Rows in order. Nulls come last in both directions, unless said; text is by code point. */
  record Sort(Plan input, List<By> by) implements Plan {
    public Sort {
      by = List.copyOf(by);
    }

    /** A column to order by. */
    public record By(String column, boolean descending, boolean nullsFirst) {
      public By(String column, boolean descending) {
        this(column, descending, false);
      }
    }

    @Override
    public List<Column> columns() {
      return input.columns();
    }
  }

  /**
   * Each row with values of its neighbours beside it: rows that agree in the partition's columns,
   * in order. Where rows tie, only what does not tell them apart means anything: the order must be
   * total for {@link Over.Kind#PREVIOUS} and its like.
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

  /** The nodes whose rows this one reads. */
  default List<Plan> inputs() {
    return switch (this) {
      case Scan _, Values _ -> List.of();
      case Filter filter -> List.of(filter.input());
      case Project project -> List.of(project.input());
      case Aggregate aggregate -> List.of(aggregate.input());
      case Join join -> List.of(join.left(), join.right());
      case Unnest unnest -> List.of(unnest.input());
      case Union union -> union.inputs();
      case Sort sort -> List.of(sort.input());
      case Window window -> List.of(window.input());
      case Limit limit -> List.of(limit.input());
    };
  }

  /**
   * Whether its rows are fewer than those they are made of, or took work, so that they are kept
   * when several read them. What only filters, joins or renames stored rows is read again for less.
   */
  default boolean condenses() {
    return switch (this) {
      case Aggregate _, Window _, Limit _ -> true;
      case Scan _, Values _, Filter _, Project _, Join _, Unnest _, Union _, Sort _ ->
          inputs().stream().anyMatch(Plan::condenses);
    };
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
