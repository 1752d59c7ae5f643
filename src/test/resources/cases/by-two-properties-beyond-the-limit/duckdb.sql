WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t2."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t2."breakdown", ?::VARCHAR) END AS "breakdown",
    CASE WHEN (coalesce(t2."breakdown_2", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t2."breakdown_2", ?::VARCHAR) END AS "breakdown_2",
    t2."count" AS "count"
  FROM (
    SELECT
      t1."p1" AS "breakdown",
      t1."p2" AS "breakdown_2",
      count(*) AS "count"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t2
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t9."breakdown" AS "breakdown",
  t9."breakdown_2" AS "breakdown_2",
  CAST(t9."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t8."kept" IS NULL) THEN ?::VARCHAR ELSE t3."breakdown" END AS "breakdown",
    CASE WHEN (t8."kept" IS NULL) THEN ?::VARCHAR ELSE t3."breakdown_2" END AS "breakdown_2",
    TRY_CAST(sum(t3."count") AS BIGINT) AS "count"
  FROM shared_1 AS t3
  LEFT JOIN (
    SELECT
      t7."kept" AS "kept",
      t7."kept_2" AS "kept_2"
    FROM (
      SELECT
        t6."kept" AS "kept",
        t6."kept_2" AS "kept_2"
      FROM (
        SELECT
          t5."kept" AS "kept",
          t5."kept_2" AS "kept_2",
          CAST(t5."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t4."breakdown" AS "kept",
            t4."breakdown_2" AS "kept_2",
            TRY_CAST(sum(t4."count") AS BIGINT) AS "count"
          FROM shared_1 AS t4
          GROUP BY 1, 2
        ) AS t5
      ) AS t6
      ORDER BY t6."rank" DESC NULLS LAST, t6."kept" ASC NULLS LAST, t6."kept_2" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t7
  ) AS t8
    ON t3."breakdown" = t8."kept" AND t3."breakdown_2" = t8."kept_2"
  GROUP BY 1, 2
) AS t9
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=2, type=INTEGER], One[value=0, type=INTEGER]]
