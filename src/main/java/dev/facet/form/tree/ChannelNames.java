package dev.facet.form.tree;

import dev.facet.query.Filter;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.text.HogqlText;
import java.util.Map;

/** The question what channels are called: each with the newest name that an event gives it. */
public final class ChannelNames {
  /** Two columns: the id, and the name or null. */
  public static final SqlQuery QUERY =
      new SqlQuery(
          HogqlText.query(
              """
              SELECT properties.channel_id AS id,
                argMaxIf(properties.channel_name, timestamp, isNotNull(properties.channel_name)) AS name
              FROM events WHERE isNotNull(properties.channel_id)
              GROUP BY id ORDER BY id LIMIT 10000""",
              "query"),
          Filter.ALL,
          null,
          null,
          false,
          new Series.Subject.Anything(),
          Map.of(),
          Map.of());

  private ChannelNames() {}
}
