package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.answer.Answer;
import dev.facet.answer.Reader;
import dev.facet.api.posthog.wire.Outcome;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.form.QueryForm;
import dev.facet.model.Period;
import dev.facet.plan.hogql.EventsPlanner;
import dev.facet.query.ActorsQuery;
import dev.facet.query.CubeQuery;
import dev.facet.query.DatasetTree;
import dev.facet.query.Definitions;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.OtqlQuery;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.ReportQuery;
import dev.facet.query.RetentionQuery;
import dev.facet.query.SqlQuery;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Answers to queries as the vendor writes them: one way for each kind of query. */
public final class QueryWire {
  private QueryWire() {}

  /**
   * {@code results} and what belongs to them: {@code hasMore}, {@code timings}, {@code hogql},
   * {@code modifiers}, {@code error}, {@code resolved_date_range}.
   *
   * @param node the query as it was sent; wrappers are passed over
   * @param reader whose definitions it was answered by
   */
  public static ObjectNode response(Query query, JsonNode node, Answer answer, Reader reader) {
    Definitions definitions = reader.definitions();
    ZoneId zone = definitions.zone();
    ObjectNode response = PostHogWire.object();
    switch (query) {
      case TrendQuery trend when trend.show() == TrendQuery.Show.CALENDAR ->
          putAll(
              response,
              new CalendarResult(trend, QueryForm.source(node), answer.table(), definitions)
                  .items());
      case TrendQuery trend -> {
        TrendResult result =
            new TrendResult(
                trend, QueryForm.source(node), answer.planned(), answer.table(), definitions);
        response.set("results", result.items());
        response.put("hasMore", result.hasMore());
      }
      case FunnelQuery funnel ->
          putAll(
              response,
              new FunnelResult(funnel, QueryForm.source(node), answer.table(), definitions)
                  .results());
      case RetentionQuery retention ->
          putAll(
              response,
              new RetentionResult(retention, QueryForm.source(node), answer.table(), definitions)
                  .items());
      case StickinessQuery stickiness ->
          putAll(
              response,
              new StickinessResult(stickiness, QueryForm.source(node), answer.table(), definitions)
                  .items());
      case PathsQuery _ -> putAll(response, PathsResult.items(answer.table()));
      case LifecycleQuery lifecycle ->
          putAll(response, new LifecycleResult(lifecycle, answer.table(), definitions).items());
      case ReportQuery of -> table(response, answer, of.limit(), of.offset(), zone);
      case OtqlQuery of -> table(response, answer, of.shown(), of.offset(), zone);
      case DatasetTree _ -> table(response, answer, Integer.MAX_VALUE, 0, zone);
      case CubeQuery of -> table(response, answer, of.limit(), of.offset(), zone);
      case Query.BusinessWidget _ -> table(response, answer, Integer.MAX_VALUE, 0, zone);
      case SqlQuery sql -> {
        response.put("query", QueryForm.source(node).path("query").asText());
        response.setAll(new SqlResult(answer, zone).pairs(sql.statement()));
      }
      case SqlQuery.Events events ->
          response.setAll(
              new SqlResult(answer, zone)
                  .plain(EventsPlanner.sql(events).statement(), reader.project()));
      case ActorsQuery actors -> ActorsResult.put(response, actors, answer.table());
    }
    response.putNull("timings");
    if (!response.has("hogql")) {
      response.putNull("hogql");
    }
    response.putNull("modifiers");
    response.putNull("error");
    response.set("resolved_date_range", range(answer.planned().period(), zone));
    return response;
  }

  private static void table(
      ObjectNode response, Answer answer, int limit, int offset, ZoneId zone) {
    new ReportResult(answer.table(), limit, offset, zone).put(response);
  }

  /** Puts what is known of when and how an answer came to be. */
  public static void putCache(ObjectNode node, Answer answer, String key, ZoneId zone) {
    node.put("is_cached", answer.cached());
    node.put("last_refresh", PostHogWire.time(answer.computedAt()));
    node.put("cache_key", key);
    node.put("cache_target_age", PostHogWire.time(Outcome.staleAt(answer)));
    node.put("next_allowed_client_refresh", PostHogWire.time(answer.computedAt()));
    node.put("timezone", zone.getId());
    node.putNull("calculation_trigger");
  }

  /** What is said instead of an answer that was to come from the cache and is not there. */
  public static ObjectNode missing(String key, ZoneId zone) {
    ObjectNode node = PostHogWire.object();
    node.putNull("results");
    node.put("is_cached", false);
    node.putNull("last_refresh");
    node.put("cache_key", key);
    node.putNull("cache_target_age");
    node.putNull("next_allowed_client_refresh");
    node.put("timezone", zone.getId());
    node.putNull("calculation_trigger");
    node.putNull("query_status");
    return node;
  }

  private static void putAll(ObjectNode response, JsonNode items) {
    response.set("results", items);
    response.put("hasMore", false);
  }

  /** The dates a query was answered for. */
  private static ObjectNode range(Period period, ZoneId zone) {
    ObjectNode range = PostHogWire.object();
    range.put("date_from", PostHogWire.time(period.from().atZone(zone)));
    range.put("date_to", PostHogWire.time(last(period).atZone(zone)));
    return range;
  }

  /** The last microsecond of a period. */
  static Instant last(Period period) {
    return period.until().minus(1, ChronoUnit.MICROS);
  }
}
