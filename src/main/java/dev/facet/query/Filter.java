package dev.facet.query;

import java.util.List;

/** Which events count. */
public sealed interface Filter {
  /** Lets everything through. */
  Filter ALL = new And(List.of());

  /** All of these hold; true when there are none. */
  record And(List<Filter> filters) implements Filter {
    public And {
      filters = List.copyOf(filters);
    }
  }

  /** At least one of these holds; false when there are none. */
  record Or(List<Filter> filters) implements Filter {
    public Or {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A property compared with values as text. Positive operators hold for any one of the values,
   * negative ones when none matches; negative ones also hold when the property is missing.
   */
  record Compare(PropertyRef property, Operator operator, List<String> values) implements Filter {
    public Compare {
      values = List.copyOf(values);
    }
  }

  /** How a property is compared. */
  enum Operator {
    EXACT,
    IS_NOT,
    ICONTAINS,
    NOT_ICONTAINS,
    REGEX,
    NOT_REGEX,
    GT,
    GTE,
    LT,
    LTE,
    /** Within two numbers, both included. */
    BETWEEN,
    NOT_BETWEEN,
    IS_SET,
    IS_NOT_SET,
    /** On the day (a date) or at the instant (a date and time). */
    DATE_EXACT,
    DATE_BEFORE,
    DATE_AFTER,
    /** As exact, after both sides lost their trailing slashes, question marks and hashes. */
    CLEAN_PATH_EXACT
  }

  /** This and {@code other}. */
  default Filter and(Filter other) {
    if (this.equals(ALL)) {
      return other;
    }
    return other.equals(ALL) ? this : new And(List.of(this, other));
  }
}
