WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."n2" AS "breakdown",
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1, 2
),
shared_2 AS MATERIALIZED (
  SELECT
    min(t2."breakdown") AS "low",
    max(t2."breakdown") AS "high"
  FROM shared_1 AS t2
),
shared_3 AS MATERIALIZED (
  SELECT
    coalesce(CAST(bin_of(t3."breakdown", t4."low", t4."high", ?::BIGINT) AS VARCHAR), ?::VARCHAR) AS "breakdown",
    t3."bucket" AS "bucket",
    t3."count" AS "count"
  FROM shared_1 AS t3
  JOIN shared_2 AS t4
    ON TRUE
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t11."breakdown" AS "breakdown",
  t12."low" AS "low",
  t12."high" AS "high",
  t11."bucket" AS "bucket",
  CAST(t11."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t10."kept" IS NULL) THEN ?::VARCHAR ELSE t5."breakdown" END AS "breakdown",
    t5."bucket" AS "bucket",
    TRY_CAST(sum(t5."count") AS BIGINT) AS "count"
  FROM shared_3 AS t5
  LEFT JOIN (
    SELECT
      t9."kept" AS "kept"
    FROM (
      SELECT
        t8."kept" AS "kept"
      FROM (
        SELECT
          t7."kept" AS "kept",
          CAST(t7."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t6."breakdown" AS "kept",
            TRY_CAST(sum(t6."count") AS BIGINT) AS "count"
          FROM shared_3 AS t6
          GROUP BY 1
        ) AS t7
      ) AS t8
      ORDER BY t8."rank" DESC NULLS LAST, t8."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t9
  ) AS t10
    ON t5."breakdown" = t10."kept"
  GROUP BY 1, 2
) AS t11
JOIN shared_2 AS t12
  ON TRUE
-- [One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=4, type=INTEGER], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
