package dev.facet.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset whose rows are sent by people and programs, and what must hold for them beside the
 * types of its columns.
 *
 * @param checks by column
 */
public record Intake(Dataset dataset, Map<String, Check> checks) {
  /** With more, one mistaken row would hide what all others add up to. */
  private static final double LARGEST_MONEY = 1e15;

  private static final double LARGEST_QUANTITY = 1e9;
  private static final Check MONEY = new Check.Within(-LARGEST_MONEY, LARGEST_MONEY);

  public static final List<Intake> ALL =
      List.of(
          new Intake(
              SocialDatasets.PROFILE_SNAPSHOTS,
              Map.of(
                  "platform",
                  new Check.Platform(),
                  "date",
                  new Check.Day(),
                  "level",
                  new Check.Numbers(),
                  "daily",
                  new Check.Numbers())),
          new Intake(SocialDatasets.POSTS, Map.of("platform", new Check.Platform())),
          new Intake(
              SocialDatasets.POST_SNAPSHOTS,
              Map.of("date", new Check.Day(), "metrics", new Check.Numbers())),
          new Intake(SocialDatasets.CLICKS, Map.of("network", new Check.Platform())),
          new Intake(BusinessDatasets.CUSTOMERS, Map.of()),
          new Intake(
              BusinessDatasets.SUBSCRIPTIONS,
              Map.of(
                  "quantity",
                  new Check.Within(0, LARGEST_QUANTITY),
                  "unit_price",
                  MONEY,
                  "currency",
                  new Check.Currency(),
                  "interval",
                  new Check.OneOf(List.of("month", "year")),
                  "cancelled_at",
                  new Check.NotBefore("started_at"),
                  "resumed_at",
                  new Check.NotBefore("paused_at"))),
          new Intake(
              BusinessDatasets.INVOICES,
              Map.of(
                  "status",
                  new Check.OneOf(List.of("DRAFT", "OPEN", "PAID", "VOID")),
                  "currency",
                  new Check.Currency(),
                  "amount",
                  MONEY,
                  "refunded",
                  MONEY)),
          new Intake(
              BusinessDatasets.EXCHANGE_RATES,
              Map.of(
                  "currency",
                  new Check.Currency(),
                  "target",
                  new Check.Currency(),
                  "date",
                  new Check.Day(),
                  "rate",
                  new Check.Within(0, LARGEST_MONEY))));

  public Intake {
    checks = Map.copyOf(checks);
  }

  /** The one of this name. */
  public static Optional<Intake> of(String name) {
    return ALL.stream().filter(intake -> intake.dataset().name().equals(name)).findFirst();
  }

  /** What must hold for a value that is there. */
  public sealed interface Check {

    /** One of these texts. */
    record OneOf(List<String> texts) implements Check {
      public OneOf {
        texts = List.copyOf(texts);
      }
    }

    /** A day on the calendar, written 2026-03-01. */
    record Day() implements Check {}

    /** A social network: kept in lower case, {@code twitter} as {@code x}. */
    record Platform() implements Check {}

    /** A currency, by its three letters. */
    record Currency() implements Check {}

    /** A number from one to another, both included. */
    record Within(double least, double most) implements Check {}

    /** An object of numbers. */
    record Numbers() implements Check {}

    /** A time not before that of another column, where the row says both. */
    record NotBefore(String column) implements Check {}
  }
}
