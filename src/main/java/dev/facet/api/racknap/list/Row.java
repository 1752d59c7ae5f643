package dev.facet.api.racknap.list;

import dev.facet.query.text.odata.Schema;
import dev.facet.query.text.odata.ValueType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A dashboard in the list.
 *
 * @param number ours, of which the id is made
 * @param createdAt in whole seconds
 * @param updatedAt in whole seconds
 */
record Row(
    long number,
    String id,
    String name,
    String description,
    String type,
    Instant createdAt,
    Instant updatedAt,
    BigDecimal refreshInterval,
    BigDecimal widgetCount) {

  /** The fields that can be filtered and ordered by, as the vendor calls them. */
  static final Schema SCHEMA =
      new Schema()
          .with("id", ValueType.TEXT)
          .with("name", ValueType.TEXT)
          .with("description", ValueType.TEXT)
          .with("type", ValueType.TEXT)
          .with("widgetCount", ValueType.NUMBER)
          .with("refreshInterval", ValueType.NUMBER)
          .with("createdAt", ValueType.INSTANT)
          .with("updatedAt", ValueType.INSTANT);

  /** The value of a field of the schema. */
  Object value(String field) {
    return switch (field) {
      case "id" -> id;
      case "name" -> name;
      case "description" -> description;
      case "type" -> type;
      case "createdAt" -> createdAt;
      case "updatedAt" -> updatedAt;
      case "refreshInterval" -> refreshInterval;
      case "widgetCount" -> widgetCount;
      default -> throw new IllegalArgumentException("Not a field of the schema: " + field);
    };
  }
}
