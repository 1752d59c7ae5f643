SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t8."breakdown" AS "breakdown",
  t8."bucket" AS "bucket",
  CAST(t8."a1" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t7."kept" IS NULL) THEN ?::VARCHAR ELSE t2."breakdown" END AS "breakdown",
    t2."bucket" AS "bucket",
    count(DISTINCT t2."argument_1") AS "a1"
  FROM (
    SELECT
      CASE WHEN (coalesce(t1."p1", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t1."p1", ?::VARCHAR) END AS "breakdown",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      t1."p2" AS "argument_1"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
  ) AS t2
  LEFT JOIN (
    SELECT
      t6."kept" AS "kept"
    FROM (
      SELECT
        t5."kept" AS "kept"
      FROM (
        SELECT
          t4."kept" AS "kept",
          CAST(t4."a1" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            CASE WHEN (coalesce(t3."p1", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t3."p1", ?::VARCHAR) END AS "kept",
            count(DISTINCT t3."p2") AS "a1"
          FROM "events_1" AS t3
          WHERE t3."event" = ?::VARCHAR
            AND ?::BIGINT <= t3."timestamp"
            AND t3."timestamp" < ?::BIGINT
          GROUP BY 1
        ) AS t4
      ) AS t5
      ORDER BY t5."rank" DESC NULLS LAST, t5."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t6
  ) AS t7
    ON t2."breakdown" = t7."kept"
  GROUP BY 1, 2
) AS t8
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
