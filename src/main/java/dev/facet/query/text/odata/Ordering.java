package dev.facet.query.text.odata;

import dev.facet.model.Nearest;
import dev.facet.query.text.odata.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A field to order rows by. */
public record Ordering(String field, boolean descending) {

  /**
   * Reads {@code field [asc|desc], …}.
   *
   * @param path where the text stands in the request
   */
  public static List<Ordering> parse(String text, Schema schema, String path) {
    Source source = new Source(text, path);
    Words words = new Words(source);
    List<Ordering> all = new ArrayList<>();
    do {
      all.add(one(words, schema, source));
    } while (words.skip(Kind.COMMA));
    words.expectEnd();
    return all;
  }

  private static Ordering one(Words words, Schema schema, Source source) {
    Token field = words.next();
    if (!field.is(Kind.NAME) || !schema.has(field.text())) {
      throw source.mistake(
          field.at(),
          "a field is expected here, not %s%s."
              .formatted(field.phrase(), Nearest.hint(field.text(), schema.names())));
    }
    boolean descending = words.peek().is("desc");
    if (descending || words.peek().is("asc")) {
      words.next();
    }
    return new Ordering(field.text(), descending);
  }

  /**
   * The order of rows by these fields, one after the other.
   *
   * @param value of a row's field; null comes first
   */
  public static <R> Comparator<R> comparator(
      List<Ordering> all, BiFunction<R, String, @Nullable Object> value) {
    return (left, right) -> {
      for (Ordering each : all) {
        int order = order(value.apply(left, each.field()), value.apply(right, each.field()));
        if (order != 0) {
          return each.descending() ? -order : order;
        }
      }
      return 0;
    };
  }

  private static int order(@Nullable Object left, @Nullable Object right) {
    return left == null || right == null
        ? Boolean.compare(left != null, right != null)
        : Evaluation.order(left, right);
  }
}
