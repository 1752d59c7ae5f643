package dev.facet.api.oktopost.wire;

import dev.facet.api.http.Request;
import dev.facet.form.Fields;
import java.util.List;

/** By what a list is ordered: {@code field,0} descending, {@code field,1} ascending. */
public record Ordering(String field, boolean descending) {

  /**
   * The order asked for, else by {@code created}, newest first.
   *
   * @param fields what the list can be ordered by
   */
  public static Ordering of(Request request, List<String> fields) {
    String text = Given.text(request, "_order").orElse("created,0");
    int comma = text.indexOf(',');
    String field = comma < 0 ? text : text.substring(0, comma);
    String direction = comma < 0 ? "0" : text.substring(comma + 1);
    if (!fields.contains(field)) {
      throw Fields.notOneOf("_order", Given.shown(field), fields);
    }
    if (!direction.equals("0") && !direction.equals("1")) {
      throw Fields.notOneOf(
          "_order", Given.shown(direction), List.of("0 (descending)", "1 (ascending)"));
    }
    return new Ordering(field, direction.equals("0"));
  }
}
