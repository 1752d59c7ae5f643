package dev.facet.query;

import dev.facet.model.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** It does not hold. */
  record Not(Filter filter) implements Filter {}

  /** The person belongs to a cohort. */
  record InCohort(long cohort, Place place) implements Filter {}

  /** A condition of HogQL holds for the event. */
  record Hogql(Syntax condition, Place place) implements Filter {}

  /** An element that was clicked or changed, or one around it, compared as a property is. */
  record Element(Part part, Operator operator, List<String> values) implements Filter {
    public Element {
      values = List.copyOf(values);
    }

    /** What of an element is compared. */
    public enum Part {
      TAG_NAME,
      TEXT,
      HREF
    }
  }

  /**
   * An element that was clicked or changed, or one around it, fits a selector.
   *
   * @param path what must be true of it and of those it lies in, the outermost first
   */
  record Selected(List<Part> path) implements Filter {
    public Selected {
      path = List.copyOf(path);
    }

    /**
     * What must be true of one element.
     *
     * @param tag null for any
     * @param attributes by the names they have in events
     * @param isChild whether it must lie directly in the part before it
     */
    public record Part(
        @Nullable String tag,
        List<String> classes,
        Map<String, String> attributes,
        boolean isChild) {
      public Part {
        classes = classes.stream().sorted().toList();
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
      }
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
