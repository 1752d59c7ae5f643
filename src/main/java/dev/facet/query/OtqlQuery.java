package dev.facet.query;

import dev.facet.query.otql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OTQL statement that somebody wrote.
 *
 * @param parameters what {@code $name} stands for: text, Long, Double, Boolean or a list of these
 * @param limit of objects that are shown, beside the statement's own: the smaller one counts; null
 *     for none
 * @param offset how many objects are passed over
 */
public record OtqlQuery(
    Statement statement, Map<String, Object> parameters, @Nullable Integer limit, int offset)
    implements Query {
  /** How many objects are shown unless said otherwise. */
  public static final int DEFAULT_LIMIT = 10;

  /** The most objects and buckets. */
  public static final int MAX_LIMIT = 10_000;

  /** How many buckets {@code @map} gives unless said otherwise. */
  public static final int DEFAULT_BUCKETS = 50;

  public OtqlQuery {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public OtqlQuery(Statement statement) {
    this(statement, Map.of(), null, 0);
  }

  /** How many objects are shown. */
  public int shown() {
    Integer written = statement.limit();
    int own = written == null ? MAX_LIMIT : written;
    int asked = limit == null ? MAX_LIMIT : limit;
    boolean unsaid = written == null && limit == null;
    return unsaid ? DEFAULT_LIMIT : Math.min(MAX_LIMIT, Math.min(own, asked));
  }
}
