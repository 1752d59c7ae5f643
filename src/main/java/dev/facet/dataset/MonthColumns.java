package dev.facet.dataset;

import java.util.List;

/**
 * The columns of {@link Cube.Rows#CUSTOMER_MONTHS}, a row for each month, customer and currency,
 * and for each of the {@link #PARTS} that are asked for. Money is what a month brings.
 */
public final class MonthColumns {
  /** When the month starts. */
  public static final String START = "month_start";

  public static final String CUSTOMER = "customer_id";
  public static final String CURRENCY = "currency";

  /** Of the customer. */
  public static final String COUNTRY = "country";

  /** Of the customer. */
  public static final String SEGMENT = "segment";

  /**
   * Of the subscriptions: what a row is about where a question asks for it, so that a customer has
   * a row for each.
   */
  public static final List<String> PARTS = List.of("product", "plan", "interval");

  /** What happened to the customer in the month, all parts together: one of the words below. */
  public static final String MOVEMENT = "movement";

  public static final String NEW = "new";
  public static final String EXPANSION = "expansion";
  public static final String CONTRACTION = "contraction";
  public static final String CHURN = "churn";
  public static final String REACTIVATION = "reactivation";
  public static final String NONE = "none";

  /** What it brought when the month started; null when there was no subscription. */
  public static final String BEFORE = "before";

  /** What it brings when the month ends; null when there is no subscription. */
  public static final String AFTER = "after";

  /** By how much it changed. */
  public static final String CHANGE = "change";

  /** What it brought when the months the question groups together started. */
  public static final String OPENING = "opening";

  /** What it brings when the months the question groups together end. */
  public static final String CLOSING = "closing";

  /** How many subscriptions there are when those months end. */
  public static final String SUBSCRIPTIONS = "subscriptions";

  private MonthColumns() {}
}
