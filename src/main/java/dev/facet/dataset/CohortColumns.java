package dev.facet.dataset;

/**
 * The columns of {@link Cube.Rows#COHORTS}: a row for each month in which first subscriptions
 * started, each month since, and each currency.
 */
public final class CohortColumns {
  /** When the month of the first subscriptions starts. */
  public static final String START = "cohort_start";

  /** How many months later: 0 for that month. */
  public static final String SINCE = "months_since";

  public static final String CURRENCY = "currency";

  /** What the cohort brings at that month's end. */
  public static final String MRR = "mrr";

  /** How many of its customers have an active subscription then. */
  public static final String CUSTOMERS = "customers";

  /** What it brought at the end of its first month. */
  public static final String FIRST_MRR = "first_mrr";

  /** How many of its customers had an active subscription then. */
  public static final String FIRST_CUSTOMERS = "first_customers";

  private CohortColumns() {}
}
