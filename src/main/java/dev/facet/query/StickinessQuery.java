package dev.facet.query;

import dev.facet.model.Grain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often persons do something: how many did it in one step of the range, in two, in three, …
 *
 * @param cumulative count those who did it in at least as many steps
 */
public record StickinessQuery(
    List<Series> series,
    DateRange range,
    Grain grain,
    Filter filter,
    boolean testAccounts,
    @Nullable Comparison compare,
    boolean cumulative)
    implements Query {

  public StickinessQuery {
    series = TrendQuery.checked(series);
  }
}
