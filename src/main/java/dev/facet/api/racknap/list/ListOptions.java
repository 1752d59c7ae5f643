package dev.facet.api.racknap.list;

import dev.facet.api.http.Request;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import dev.facet.query.text.odata.Evaluation;
import dev.facet.query.text.odata.Expression;
import dev.facet.query.text.odata.FilterText;
import dev.facet.query.text.odata.Ordering;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the parameters of a request say about a list.
 *
 * @param fields what of each row is shown, in this order
 */
record ListOptions(
    Predicate<Row> filter, Comparator<Row> order, List<String> fields, int top, int skip) {
  private static final int USUAL = 50;
  private static final int MOST = 100;
  private static final String SKIP = "$skip";
  private static final String TOP = "$top";
  private static final String FILTER = "$filter";
  private static final String ORDER = "$orderby";
  private static final String SELECT = "$select";
  private static final String COUNT = "$count";
  private static final List<String> KNOWN = List.of(FILTER, SKIP, TOP, ORDER, SELECT, COUNT);
  private static final List<String> USUAL_FIELDS =
      List.of("id", "name", "type", "widgetCount", "createdAt");
  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparing(Row::createdAt).thenComparingLong(Row::number).reversed();

  /** Reads the parameters; one that begins with a dollar and is not known is refused. */
  static ListOptions read(Request request) {
    request.query().values().keySet().stream()
        .filter(name -> name.startsWith("$"))
        .forEach(name -> requireOne(name, request.query().all(name)));
    request
        .query(COUNT)
        .filter(text -> !text.equals("true") && !text.equals("false"))
        .ifPresent(
            text -> {
              throw Fields.notOneOf(COUNT, text, List.of("true", "false"));
            });
    return new ListOptions(
        request.query(FILTER).map(ListOptions::filter).orElse(row -> true),
        request.query(ORDER).map(ListOptions::order).orElse(NEWEST_FIRST),
        request.query(SELECT).map(ListOptions::selected).orElse(USUAL_FIELDS),
        Math.min(number(request, TOP).orElse(USUAL), MOST),
        number(request, SKIP).orElse(0));
  }

  private static void requireOne(String name, List<String> values) {
    if (values.size() > 1) {
      throw FailureException.invalid("repeated", name, "Give this option once.");
    }
    if (!KNOWN.contains(name)) {
      throw FailureException.invalid(
          "unknown_option",
          name,
          "This option is not served%s; there are %s."
              .formatted(Nearest.hint(name, KNOWN), String.join(", ", KNOWN)));
    }
  }

  private static Predicate<Row> filter(String text) {
    Expression filter = FilterText.parse(text, Row.SCHEMA, FILTER);
    return row -> new Evaluation(row::value).holds(filter);
  }

  /** What the fields leave open goes by the usual order. */
  private static Comparator<Row> order(String text) {
    List<Ordering> orders = Ordering.parse(text, Row.SCHEMA, ORDER);
    return Ordering.comparator(orders, Row::value).thenComparing(NEWEST_FIRST);
  }

  private static List<String> selected(String text) {
    List<String> fields = new ArrayList<>();
    for (String field : text.split(",", -1)) {
      String name = field.strip();
      if (!name.equals("*") && !Row.SCHEMA.has(name)) {
        throw Fields.notOneOf(SELECT, name, Row.SCHEMA.names());
      }
      fields.addAll(name.equals("*") ? USUAL_FIELDS : List.of(name));
    }
    return fields.stream().distinct().toList();
  }

  private static Optional<Integer> number(Request request, String name) {
    return request.query(name).map(text -> number(text, name));
  }

  private static int number(String text, String name) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw FailureException.invalid(
          "out_of_range", name, "Give a whole number from 0, not '" + text + "'.");
    }
    boolean small = new BigInteger(text).bitLength() < Integer.SIZE;
    return small ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  /** The rows that match, in order. */
  List<Row> matching(List<Row> rows) {
    return rows.stream().filter(filter).sorted(order).toList();
  }

  /** The part of them that was asked for. */
  Stream<Row> page(List<Row> matching) {
    return matching.stream().skip(skip).limit(top);
  }
}
