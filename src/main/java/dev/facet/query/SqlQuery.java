package dev.facet.query;

import dev.facet.model.Grain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT statement that somebody wrote.
 *
 * @param filter what {@code {filters}} stands for, beside the dates
 * @param range the dates of {@code {filters}}, null for all of time
 * @param interval what {@code {filters.interval(…)}} stands for, null when it names its own
 * @param subject which events {@code {filters}} is about
 * @param values what {@code {name}} stands for: text, Long, Double, Boolean, a list, or null
 * @param variables what {@code {variables.name}} stands for where it was set with the query
 */
public record SqlQuery(
    Syntax.Statement statement,
    Filter filter,
    @Nullable DateRange range,
    @Nullable Grain interval,
    boolean testAccounts,
    Series.Subject subject,
    Map<String, @Nullable Object> values,
    Map<String, @Nullable Object> variables)
    implements Query {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 50_000;

  /** The same with a limit where the statement has none. */
  public SqlQuery limited(long most) {
    return statement instanceof Syntax.Select select && select.limit() == null
        ? new SqlQuery(
            select.limited(new Syntax.Limit(new Syntax.Constant(most, select.place()), null)),
            filter,
            range,
            interval,
            testAccounts,
            subject,
            values,
            variables)
        : this;
  }

  public SqlQuery {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /**
   * Events one by one, the newest first unless said otherwise.
   *
   * @param conditions all of which must hold, beside the filter
   * @param orders none for the usual order
   */
  public record Events(
      List<Column> columns,
      List<Syntax> conditions,
      Filter filter,
      Series.Subject subject,
      DateRange range,
      boolean testAccounts,
      List<Syntax.Order> orders,
      int limit,
      int offset)
      implements Query {

    public Events {
      columns = List.copyOf(columns);
      conditions = List.copyOf(conditions);
      orders = List.copyOf(orders);
    }

    /**
     * What is shown of each event.
     *
     * @param text as it was written
     * @param value null unless it is a {@link Kind#VALUE}
     */
    public record Column(String text, Kind kind, @Nullable Syntax value) {}

    /** What a column holds. */
    public enum Kind {
      VALUE,
      /** The event as an object. */
      EVENT,
      /** Its person as an object. */
      PERSON,
      /** What its person is called, and their ids. */
      PERSON_NAME
    }
  }
}
