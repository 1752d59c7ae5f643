package dev.facet.plan;

import dev.facet.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value out of the rows around one, in the order of a {@link Plan.Window}. */
public sealed interface Over {

  /** The column it becomes. */
  String name();

  Type type();

  /** What it computes of each row. */
  List<Expression> expressions();

  /** Where the row stands in the order. */
  record Position(String name, Kind kind) implements Over {
    /** How rows that tie are counted. */
    public enum Kind {
      /** From 1, no two alike. */
      ROW_NUMBER,
      /** One more than the number of rows before; rows that tie have the same. */
      RANK,
      /** One more than the number of different places before. */
      DENSE_RANK
    }

    @Override
    public Type type() {
      return Type.INTEGER;
    }

    @Override
    public List<Expression> expressions() {
      return List.of();
    }
  }

  /** Which of that many parts of equal size the row is in, from 1; the first may be larger. */
  record Tile(String name, long parts) implements Over {
    public Tile {
      if (parts < 1) {
        throw new IllegalArgumentException(parts + " parts");
      }
    }

    @Override
    public Type type() {
      return Type.INTEGER;
    }

    @Override
    public List<Expression> expressions() {
      return List.of();
    }
  }

  /**
   * The value of the row that many after this one (before it, below 0).
   *
   * @param otherwise of this row, where there is no such row; null for nothing
   */
  record Neighbour(String name, Expression value, long offset, @Nullable Expression otherwise)
      implements Over {
    @Override
    public Type type() {
      return value.type();
    }

    @Override
    public List<Expression> expressions() {
      return otherwise == null ? List.of(value) : List.of(value, otherwise);
    }
  }

  /**
   * The value of a row of the frame.
   *
   * @param place 1 for the first row, 2 for the second, 0 for the last
   */
  record Nth(String name, Expression value, long place, Frame frame) implements Over {
    public Nth {
      if (place < 0) {
        throw new IllegalArgumentException("Row " + place);
      }
    }

    @Override
    public Type type() {
      return value.type();
    }

    @Override
    public List<Expression> expressions() {
      return List.of(value);
    }
  }

  /** The rows of the frame summed up. */
  record Sum(Aggregation aggregation, Frame frame) implements Over {
    @Override
    public String name() {
      return aggregation.name();
    }

    @Override
    public Type type() {
      return aggregation.type();
    }

    @Override
    public List<Expression> expressions() {
      return aggregation.expressions();
    }
  }

  /**
   * Which rows around one are looked at: from so many before (below 0) or after it until so many;
   * null for all there are.
   */
  record Frame(Unit unit, @Nullable Long from, @Nullable Long until) {
    public static final Frame ALL = new Frame(Unit.ROWS, null, null);

    /** This row, all before it and all that tie with it. */
    public static final Frame UP_TO_PEERS = new Frame(Unit.RANGE, null, 0L);

    /** What is counted. */
    public enum Unit {
      ROWS,
      /**
       * What the one column of the order, a number or time, is apart; 0 is all rows that tie, and
       * may have any order. Rows of null are with each other only.
       */
      RANGE
    }
  }

  static Over rowNumber(String name) {
    return new Position(name, Position.Kind.ROW_NUMBER);
  }

  /** The value of the row right before. */
  static Over previous(String name, Expression value) {
    return new Neighbour(name, value, -1, null);
  }

  /** The largest of all rows before. */
  static Over maxBefore(String name, Expression value) {
    return new Sum(
        new Aggregation(name, Aggregation.Kind.MAX, value), new Frame(Frame.Unit.ROWS, null, -1L));
  }

  /** The smallest of all rows after. */
  static Over minAfter(String name, Expression value) {
    return new Sum(
        new Aggregation(name, Aggregation.Kind.MIN, value), new Frame(Frame.Unit.ROWS, 1L, null));
  }
}
