package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.racknap.RackNapWire;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The closed catalogue of widgets. Each asks for one number of the business, of the same name. */
enum WidgetType {
  REVENUE_CHART("Revenue", Shape.SERIES),
  ACTIVE_SUBSCRIPTIONS("Active subscriptions", Shape.CHANGE),
  MRR("Monthly recurring revenue", Shape.LATEST),
  ARR("Annual recurring revenue", Shape.LATEST),
  ARPA("Average revenue per account", Shape.LATEST),
  CHURN_RATE("Customer churn", Shape.LATEST),
  CUSTOMER_COUNT("Customers", Shape.LATEST),
  NEW_CUSTOMERS("New customers", Shape.LATEST),
  REVENUE_BY_PRODUCT("Revenue by product", Shape.ITEMS),
  OVERDUE_INVOICES("Overdue invoices", Shape.AMOUNT);

  /** The type of widgets that stand for charts made elsewhere. */
  static final String CHART = "chart";

  private static final String KIND = "BusinessWidget";

  /** What a widget's figures look like. */
  enum Shape {
    /** {@code {series, currency}}. */
    SERIES,
    /** {@code {value, series, currency?}}. */
    LATEST,
    /** {@code {value, previous, changePercent}}. */
    CHANGE,
    /** {@code {items, currency}}. */
    ITEMS,
    /** {@code {value, amount, currency}}. */
    AMOUNT
  }

  final String title;
  final Shape shape;

  /**
   * @param title of widgets that were given none
   */
  WidgetType(String title, Shape shape) {
    this.title = title;
    this.shape = shape;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(WidgetType::word).toList();
  }

  static Optional<WidgetType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** The widget that asks this; empty for a query that no widget asks. */
  static Optional<WidgetType> asking(@Nullable JsonNode source) {
    return source != null && source.path("kind").asText().equals(KIND)
        ? of(source.path("widget").asText())
        : Optional.empty();
  }

  /** The query node of what it asks. */
  ObjectNode query() {
    return RackNapWire.object().put("kind", KIND).put("widget", word());
  }
}
