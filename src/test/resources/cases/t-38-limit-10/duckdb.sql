WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t2."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t2."breakdown", ?::VARCHAR) END AS "breakdown",
    t2."bucket" AS "bucket",
    t2."count" AS "count"
  FROM (
    SELECT
      t1."p1" AS "breakdown",
      ?::BIGINT AS "bucket",
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
  t9."bucket" AS "bucket",
  CAST(t9."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t8."kept" IS NULL) THEN ?::VARCHAR ELSE t3."breakdown" END AS "breakdown",
    t3."bucket" AS "bucket",
    TRY_CAST(sum(t3."count") AS BIGINT) AS "count"
  FROM shared_1 AS t3
  LEFT JOIN (
    SELECT
      t7."kept" AS "kept"
    FROM (
      SELECT
        t6."kept" AS "kept"
      FROM (
        SELECT
          t5."kept" AS "kept",
          CAST(t5."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t4."breakdown" AS "kept",
            TRY_CAST(sum(t4."count") AS BIGINT) AS "count"
          FROM shared_1 AS t4
          GROUP BY 1
        ) AS t5
      ) AS t6
      ORDER BY t6."rank" DESC NULLS LAST, t6."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t7
  ) AS t8
    ON t3."breakdown" = t8."kept"
  GROUP BY 1, 2
) AS t9
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=0, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578614400000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=10, type=INTEGER], One[value=0, type=INTEGER]]
