package dev.facet.dataset;

import java.util.List;

/** A value of each row, as dimensions, metrics and times of reports are made of. */
public sealed interface Value {

  /** A column. */
  record OfColumn(String column) implements Value {}

  /** A number out of a column of objects. */
  record OfKey(String column, String key) implements Value {}

  /** The first of these that is there. */
  record FirstOf(List<Value> values) implements Value {
    public FirstOf {
      values = List.copyOf(values);
    }
  }

  /** Two numbers multiplied; missing when one is. */
  record Product(Value left, Value right) implements Value {}

  /** The value in rows of which all conditions hold, else missing. */
  record Where(Value value, List<Condition> conditions) implements Value {
    public Where {
      conditions = List.copyOf(conditions);
    }
  }

  /** One of two texts, by whether a column is there and not false. */
  record Either(String column, String yes, String no) implements Value {}

  /** Something that holds for a row or not. */
  sealed interface Condition {}

  /** A text column says this. */
  record Is(String column, String text) implements Condition {}

  /** A column is there. */
  record IsThere(String column) implements Condition {}

  /** A value is missing. */
  record Lacks(Value value) implements Condition {}

  /** A time column is there and lies before now. */
  record Past(String column) implements Condition {}

  /** A subscription is active now: {@code dev.facet.plan.business.Active} says when it is. */
  record IsActive() implements Condition {}

  /** A number lies below 0. */
  record IsNegative(Value value) implements Condition {}

  static Value column(String name) {
    return new OfColumn(name);
  }

  static Value key(String column, String key) {
    return new OfKey(column, key);
  }
}
