package dev.facet.dataset;

import static dev.facet.model.Type.NUMBER;
import static dev.facet.model.Type.TEXT;
import static dev.facet.model.Type.TIME;

import dev.facet.model.Column;
import java.util.List;

/** The books of a business that sells subscriptions. Money is in the currency of its row. */
public final class BusinessDatasets {
  /** Who buys. */
  public static final Dataset CUSTOMERS =
      new Dataset(
          "customers",
          List.of(
              new Column("customer_id", TEXT),
              new Column("name", TEXT),
              new Column("created_at", TIME),
              new Column("country", TEXT),
              new Column("segment", TEXT)),
          List.of("customer_id"),
          "created_at");

  /**
   * What is bought again each {@code interval}. A changed subscription is a cancelled row and a new
   * one that {@code replaces} it.
   */
  public static final Dataset SUBSCRIPTIONS =
      new Dataset(
          "subscriptions",
          List.of(
              new Column("subscription_id", TEXT),
              new Column("customer_id", TEXT),
              new Column("product", TEXT),
              new Column("plan", TEXT),
              new Column("quantity", NUMBER),
              new Column("unit_price", NUMBER),
              new Column("currency", TEXT),
              new Column("interval", TEXT),
              new Column("started_at", TIME),
              new Column("cancelled_at", TIME),
              new Column("replaces", TEXT),
              new Column("paused_at", TIME),
              new Column("resumed_at", TIME)),
          List.of("subscription_id"),
          "started_at");

  /**
   * What was asked for. A credit note is an invoice with a negative {@code amount}; {@code
   * refunded} is how much of it was given back.
   */
  public static final Dataset INVOICES =
      new Dataset(
          "invoices",
          List.of(
              new Column("invoice_id", TEXT),
              new Column("customer_id", TEXT),
              new Column("issued_at", TIME),
              new Column("due_at", TIME),
              new Column("paid_at", TIME),
              new Column("status", TEXT),
              new Column("currency", TEXT),
              new Column("amount", NUMBER),
              new Column("refunded", NUMBER)),
          List.of("invoice_id"),
          "issued_at");

  /**
   * What one unit of a currency is worth in another, from a day on until the next that is known.
   */
  public static final Dataset EXCHANGE_RATES =
      new Dataset(
          "exchange_rates",
          List.of(
              new Column("currency", TEXT),
              new Column("target", TEXT),
              new Column("date", TEXT),
              new Column("rate", NUMBER)),
          List.of("currency", "target", "date"),
          "date");

  private BusinessDatasets() {}
}
