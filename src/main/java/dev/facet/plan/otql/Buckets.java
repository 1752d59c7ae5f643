package dev.facet.plan.otql;

import dev.facet.model.FailureException;
import dev.facet.plan.otql.object.Asking;
import dev.facet.plan.otql.object.Score;
import dev.facet.plan.otql.value.Comparing;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Given;
import dev.facet.query.OtqlQuery;
import dev.facet.query.otql.Directive;
import dev.facet.query.otql.Literal;
import dev.facet.query.otql.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which directives make buckets, and of what. */
record Buckets(Asking asking) {
  static final List<String> KNOWN =
      List.of("map", "date_histogram", "histogram", "range", "missing");

  /** How a directive tells the objects apart by a field; empty when it makes no buckets. */
  Optional<BucketKey> of(Directive directive, FieldValue field) {
    return switch (directive.name()) {
      case "map" -> Optional.of(BucketKey.ofValues(field, limit(directive)));
      case "date_histogram" -> Optional.of(BucketKey.ofPeriods(field, interval(directive)));
      case "histogram" -> Optional.of(BucketKey.ofStretches(field, width(directive)));
      case "range" -> Optional.of(BucketKey.ofRanges(field, ranges(directive, field)));
      case "missing" -> {
        Score.check(directive, List.of());
        yield Optional.of(BucketKey.ofMissing(field));
      }
      default -> Optional.empty();
    };
  }

  private long limit(Directive directive) {
    Score.check(directive, List.of("limit"));
    Double limit = Score.number(directive, "limit", asking.given());
    if (limit == null) {
      return OtqlQuery.DEFAULT_BUCKETS;
    }
    if (limit != Math.rint(limit) || limit < 1 || limit > OtqlQuery.MAX_LIMIT) {
      throw wrong(directive, "a whole number from 1 to " + OtqlQuery.MAX_LIMIT + " as limit");
    }
    return limit.longValue();
  }

  private Interval interval(Directive directive) {
    Score.check(directive, List.of("interval"));
    Optional<Literal> written = directive.argument("interval");
    if (written.isEmpty()) {
      return Interval.MONTH;
    }
    return Interval.of(Given.text(asking.given().single(written.get())))
        .orElseThrow(
            () ->
                wrong(
                    directive,
                    "an interval such as \"1d\", \"12h\", \"1w\", \"1M\" or \"1y\" (of w, M and y"
                        + " one only)"));
  }

  private double width(Directive directive) {
    Score.check(directive, List.of("interval"));
    Double width = Score.number(directive, "interval", asking.given());
    if (width == null || !(width > 0)) {
      throw wrong(directive, "a number above 0 as interval");
    }
    return width;
  }

  private List<Range> ranges(Directive directive, FieldValue field) {
    Score.check(directive, List.of("ranges"));
    List<Range> ranges = new ArrayList<>();
    if (directive.argument("ranges").orElse(null) instanceof Literal.Many many) {
      many.values().forEach(range -> ranges.add(range(directive, range, field)));
    }
    if (ranges.isEmpty() || ranges.size() > OtqlQuery.DEFAULT_BUCKETS) {
      throw wrong(directive, "1 to 50 ranges such as [{from: 0, to: 10}]");
    }
    return ranges;
  }

  private Range range(Directive directive, Literal written, FieldValue field) {
    if (!(written instanceof Literal.Named(List<Directive.Argument> ends, var _))) {
      throw wrong(directive, "ranges such as {from: 0, to: 10}");
    }
    Literal from = null;
    Literal to = null;
    for (Directive.Argument end : ends) {
      Literal value = asking.given().single(end.value());
      switch (end.name().text()) {
        case "from" -> from = value;
        case "to" -> to = value;
        default -> throw wrong(directive, "from and to as ends of a range");
      }
    }
    String key =
        (from == null ? "*" : Given.text(from)) + "-" + (to == null ? "*" : Given.text(to));
    return new Range(bound(directive, from, field), bound(directive, to, field), key);
  }

  private @Nullable Double bound(Directive directive, @Nullable Literal end, FieldValue field) {
    if (end == null) {
      return null;
    }
    Optional<Double> number = Given.number(end);
    if (number.isEmpty() && field.kind().isTime()) {
      return Comparing.moment(end, asking.setting().now()).from() / 1000.0;
    }
    return number.orElseThrow(() -> wrong(directive, "numbers as ends of a range"));
  }

  private static FailureException wrong(Directive directive, String takes) {
    return Mistake.directive(directive.place(), "@" + directive.name() + " takes " + takes + ".");
  }
}
