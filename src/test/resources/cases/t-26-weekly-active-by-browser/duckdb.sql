WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t4."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t4."breakdown", ?::VARCHAR) END AS "breakdown",
    t4."bucket" AS "bucket",
    t4."person" AS "person"
  FROM (
    SELECT
      t2."breakdown" AS "breakdown",
      t3."of" AS "bucket",
      t2."person" AS "person"
    FROM (
      SELECT
        t1."p1" AS "breakdown",
        t1."person" AS "person",
        ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "day"
      FROM "events_1" AS t1
      WHERE t1."event" = ?::VARCHAR
        AND ?::BIGINT <= t1."timestamp"
        AND t1."timestamp" < ?::BIGINT
      GROUP BY 1, 2, 3
    ) AS t2
    JOIN (
      SELECT
        unnest(?::BIGINT[]) AS "of",
        unnest(?::BIGINT[]) AS "within"
    ) AS t3
      ON t2."day" = t3."within"
    GROUP BY 1, 2, 3
  ) AS t4
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t11."breakdown" AS "breakdown",
  t12."step" AS "bucket",
  CAST(t11."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t10."kept" IS NULL) THEN ?::VARCHAR ELSE t5."breakdown" END AS "breakdown",
    count(DISTINCT t5."person") AS "count",
    t5."bucket" AS "bucket"
  FROM shared_1 AS t5
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
            count(DISTINCT t6."person") AS "count"
          FROM shared_1 AS t6
          GROUP BY 1
        ) AS t7
      ) AS t8
      ORDER BY t8."rank" DESC NULLS LAST, t8."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t9
  ) AS t10
    ON t5."breakdown" = t10."kept"
  GROUP BY 1, 3
) AS t11
JOIN (
  SELECT
    unnest(?::BIGINT[]) AS "step",
    unnest(?::BIGINT[]) AS "within"
) AS t12
  ON t11."bucket" = t12."within"
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578009600000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578009600000000, type=TIME], One[value=1579564800000000, type=TIME], Many[values=[6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 17, 17], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6, 7, 8, 3, 4, 5, 6, 7, 8, 9, 4, 5, 6, 7, 8, 9, 10, 5, 6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11, 12, 7, 8, 9, 10, 11, 12, 13, 8, 9, 10, 11, 12, 13, 14, 9, 10, 11, 12, 13, 14, 15, 10, 11, 12, 13, 14, 15, 16, 11, 12, 13, 14, 15, 16, 17], type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], type=INTEGER], Many[values=[6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17], type=INTEGER]]
