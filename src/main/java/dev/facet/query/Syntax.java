package dev.facet.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of HogQL as it was written, nothing resolved: names may mean nothing and functions
 * may not exist. Operators are calls by the names ClickHouse gives them: {@code a + b} is {@code
 * plus(a, b)}, {@code CASE} is {@code multiIf}, {@code INTERVAL 7 DAY} is {@code toIntervalDay(7)}.
 * Parts of a statement that are no expressions are nested records of their own.
 */
public sealed interface Syntax {

  /** Where it starts in the text. */
  Place place();

  /**
   * A place in a text; the first line and the first column are 1.
   *
   * @param path where a text that is one of several stands in the request, else empty
   */
  record Place(int line, int column, String path) {
    public Place(int line, int column) {
      this(line, column, "");
    }
  }

  /** What a dotted name says: a column, a path into one, an alias; {@code e.properties.$os}. */
  record Name(List<String> parts, Place place) implements Syntax {
    public Name {
      parts = List.copyOf(parts);
    }
  }

  /** A String, Long, Double, Boolean, or null for NULL. */
  record Constant(@Nullable Object value, Place place) implements Syntax {}

  /**
   * A function of arguments, an aggregate or an operator.
   *
   * @param function as it was written
   * @param parameters the first parentheses of {@code quantile(0.9)(x)}, else none
   * @param filter of {@code FILTER (WHERE …)}, null for none
   * @param over null when it is no window function
   */
  record Call(
      String function,
      List<Syntax> parameters,
      List<Syntax> arguments,
      boolean distinct,
      @Nullable Syntax filter,
      @Nullable Over over,
      Place place)
      implements Syntax {
    public Call {
      parameters = List.copyOf(parameters);
      arguments = List.copyOf(arguments);
    }

    /** A plain function of arguments. */
    public Call(String function, List<Syntax> arguments, Place place) {
      this(function, List.of(), arguments, false, null, null, place);
    }
  }

  /** {@code (x, y) -> body}. */
  record Lambda(List<String> parameters, Syntax body, Place place) implements Syntax {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code [a, b]}. */
  record ListOf(List<Syntax> items, Place place) implements Syntax {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /** {@code (a, b)}. */
  record TupleOf(List<Syntax> items, Place place) implements Syntax {
    public TupleOf {
      items = List.copyOf(items);
    }
  }

  /**
   * All columns, or all of one table.
   *
   * @param qualifier the table's name, empty for all tables
   * @param except columns to leave out
   */
  record Star(List<String> qualifier, List<String> except, Place place) implements Syntax {
    public Star {
      qualifier = List.copyOf(qualifier);
      except = List.copyOf(except);
    }
  }

  /** A statement in parentheses. */
  record Subquery(Statement statement, Place place) implements Syntax {}

  /**
   * {@code {filters}}, {@code {variables.name}}: something the query brings beside its text.
   *
   * @param arguments of {@code {filters(created_at AS timestamp)}}, null without parentheses
   */
  record Placeholder(List<String> path, @Nullable List<Item> arguments, Place place)
      implements Syntax {
    public Placeholder {
      path = List.copyOf(path);
      arguments = arguments == null ? null : List.copyOf(arguments);
    }
  }

  /** {@code value::type}, {@code CAST(value AS type)}; the type as it was written, no blanks. */
  record Cast(Syntax value, String type, Place place) implements Syntax {}

  /** {@code object[index]}. */
  record Index(Syntax object, Syntax index, Place place) implements Syntax {}

  /** {@code object.name} of something that is no name itself, {@code tuple.1} included. */
  record Member(Syntax object, String name, Place place) implements Syntax {}

  /** A SELECT, or several made one. */
  sealed interface Statement {
    Place place();
  }

  /**
   * One SELECT. Its clauses in the order they are written in; null and empty for those left out.
   */
  record Select(
      List<Cte> ctes,
      boolean distinct,
      List<Item> items,
      @Nullable Source from,
      List<ArrayJoin> arrayJoins,
      @Nullable Syntax prewhere,
      @Nullable Syntax where,
      Grouping grouping,
      @Nullable Syntax having,
      List<NamedWindow> windows,
      @Nullable Syntax qualify,
      List<Order> orders,
      @Nullable LimitBy limitBy,
      @Nullable Limit limit,
      Place place)
      implements Statement {
    public Select {
      ctes = List.copyOf(ctes);
      items = List.copyOf(items);
      arrayJoins = List.copyOf(arrayJoins);
      windows = List.copyOf(windows);
      orders = List.copyOf(orders);
    }

    /** The same with another limit. */
    public Select limited(@Nullable Limit other) {
      return new Select(
          ctes,
          distinct,
          items,
          from,
          arrayJoins,
          prewhere,
          where,
          grouping,
          having,
          windows,
          qualify,
          orders,
          limitBy,
          other,
          place);
    }
  }

  /** Statements made one, from left to right. */
  record SetOperation(SetOperator operator, List<Statement> statements, Place place)
      implements Statement {
    public SetOperation {
      statements = List.copyOf(statements);
    }
  }

  /** How the rows of two statements become those of one. */
  enum SetOperator {
    UNION_ALL,
    UNION_DISTINCT,
    INTERSECT_ALL,
    INTERSECT_DISTINCT,
    EXCEPT_ALL,
    EXCEPT_DISTINCT
  }

  /**
   * A name for a statement ({@code WITH name AS (SELECT …)}) or for an expression ({@code WITH 7 AS
   * name}): one of both is null.
   */
  record Cte(
      String name, @Nullable Statement statement, @Nullable Syntax expression, Place place) {}

  /** A column of the result; alias null when none was written. */
  record Item(Syntax expression, @Nullable String alias, Place place) {}

  /** {@code ARRAY JOIN}: a row for each element of the lists; {@code left} keeps empty ones. */
  record ArrayJoin(boolean left, List<Item> lists, Place place) {
    public ArrayJoin {
      lists = List.copyOf(lists);
    }
  }

  /**
   * What rows are grouped by.
   *
   * @param all {@code GROUP BY ALL}: by every item that holds no aggregate
   */
  record Grouping(List<Syntax> keys, boolean all) {
    public static final Grouping NONE = new Grouping(List.of(), false);

    public Grouping {
      keys = List.copyOf(keys);
    }
  }

  /** A place in the order; {@code nullsFirst} null when it was not said. */
  record Order(Syntax expression, boolean descending, @Nullable Boolean nullsFirst) {}

  /** {@code LIMIT count OFFSET offset BY keys}: that many rows of each key. */
  record LimitBy(Syntax count, @Nullable Syntax offset, List<Syntax> keys) {
    public LimitBy {
      keys = List.copyOf(keys);
    }
  }

  /** {@code LIMIT count OFFSET offset}, one of both may be missing. */
  record Limit(@Nullable Syntax count, @Nullable Syntax offset) {}

  /** Where rows come from. */
  sealed interface Source {
    Place place();
  }

  /**
   * A table, a dataset or a CTE by its name.
   *
   * @param arguments of {@code numbers(10)}, null for a table without parentheses
   * @param sample the share of {@code SAMPLE 0.1}, null for all rows
   */
  record Table(
      List<String> name,
      @Nullable List<Syntax> arguments,
      @Nullable String alias,
      @Nullable Syntax sample,
      Place place)
      implements Source {
    public Table {
      name = List.copyOf(name);
      arguments = arguments == null ? null : List.copyOf(arguments);
    }
  }

  /** A statement in FROM; {@code columns} are new names for its columns, none to keep them. */
  record Derived(Statement statement, @Nullable String alias, List<String> columns, Place place)
      implements Source {
    public Derived {
      columns = List.copyOf(columns);
    }
  }

  /** Two sources side by side; {@code on} null and {@code using} empty for CROSS. */
  record Join(
      JoinKind kind,
      Source left,
      Source right,
      @Nullable Syntax on,
      List<String> using,
      Place place)
      implements Source {
    public Join {
      using = List.copyOf(using);
    }
  }

  /** What happens to rows without a partner. */
  enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS,
    /** Left rows that have a partner, once. */
    SEMI,
    /** Left rows that have none. */
    ANTI
  }

  /** {@code OVER name} or {@code OVER (…)}: one of both is null. */
  record Over(@Nullable String name, @Nullable Window window) {}

  /** {@code WINDOW name AS (…)}. */
  record NamedWindow(String name, Window window, Place place) {}

  /** The rows a window function sees; {@code base} names a window to start from. */
  record Window(
      @Nullable String base, List<Syntax> partition, List<Order> orders, @Nullable Frame frame) {
    public Window {
      partition = List.copyOf(partition);
      orders = List.copyOf(orders);
    }
  }

  /** From which row to which. */
  record Frame(FrameUnit unit, Bound start, Bound end, Place place) {}

  /** What the numbers of a frame count. */
  enum FrameUnit {
    ROWS,
    RANGE,
    GROUPS
  }

  /** One end of a frame; {@code offset} only for PRECEDING and FOLLOWING, null elsewhere. */
  record Bound(BoundKind kind, @Nullable Syntax offset) {}

  /** Where a frame ends. */
  enum BoundKind {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }
}
