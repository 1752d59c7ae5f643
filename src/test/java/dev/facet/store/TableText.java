package dev.facet.store;

import dev.facet.model.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tables as texts that are equal when what they hold is. */
public final class TableText {
  private TableText() {}

  /** Each row, in the order of the table. */
  public static List<String> rows(Table table) {
    List<String> texts = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      texts.add(String.valueOf(comparable(row)));
    }
    return texts;
  }

  /**
   * The value in a form in which equal ones look equal: the last digits of sums depend on their
   * order.
   */
  private static @Nullable Object comparable(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number when Double.isFinite(number) ->
          "n" + new BigDecimal(number).round(new MathContext(12)).stripTrailingZeros();
      case String text -> "'" + text + "'";
      case List<?> list -> {
        List<@Nullable Object> parts = new ArrayList<>();
        list.forEach(part -> parts.add(comparable(part)));
        yield parts;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> parts = new TreeMap<>();
        map.forEach((key, part) -> parts.put(String.valueOf(key), comparable(part)));
        yield parts;
      }
      default -> value;
    };
  }
}
