SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t12."breakdown" AS "breakdown",
  t12."bucket" AS "bucket",
  CAST(t12."a1" AS DOUBLE) AS "value"
FROM (
  SELECT
    t11."breakdown" AS "breakdown",
    t11."bucket" AS "bucket",
    count(DISTINCT t11."argument_1") AS "a1"
  FROM (
    SELECT
      CASE WHEN (t10."kept" IS NULL) THEN ?::VARCHAR ELSE t3."breakdown" END AS "breakdown",
      t3."bucket" AS "bucket",
      t3."argument_1" AS "argument_1"
    FROM (
      SELECT
        CASE WHEN (coalesce(t2."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t2."breakdown", ?::VARCHAR) END AS "breakdown",
        t2."bucket" AS "bucket",
        t2."argument_1" AS "argument_1"
      FROM (
        SELECT
          t1."p1" AS "breakdown",
          ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
          t1."p2" AS "argument_1"
        FROM "events_1" AS t1
        WHERE t1."event" = ?::VARCHAR
          AND ?::BIGINT <= t1."timestamp"
          AND t1."timestamp" < ?::BIGINT
      ) AS t2
    ) AS t3
    LEFT JOIN (
      SELECT
        t9."kept" AS "kept"
      FROM (
        SELECT
          t8."kept" AS "kept"
        FROM (
          SELECT
            t7."kept" AS "kept",
            CAST(t7."a1" AS DOUBLE) AS "rank"
          FROM (
            SELECT
              t6."breakdown" AS "kept",
              count(DISTINCT t6."argument_1") AS "a1"
            FROM (
              SELECT
                CASE WHEN (coalesce(t5."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t5."breakdown", ?::VARCHAR) END AS "breakdown",
                t5."bucket" AS "bucket",
                t5."argument_1" AS "argument_1"
              FROM (
                SELECT
                  t4."p1" AS "breakdown",
                  ((t4."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
                  t4."p2" AS "argument_1"
                FROM "events_1" AS t4
                WHERE t4."event" = ?::VARCHAR
                  AND ?::BIGINT <= t4."timestamp"
                  AND t4."timestamp" < ?::BIGINT
              ) AS t5
            ) AS t6
            GROUP BY 1
          ) AS t7
        ) AS t8
        ORDER BY t8."rank" DESC NULLS LAST, t8."kept" ASC NULLS LAST
        LIMIT ?::BIGINT OFFSET ?::BIGINT
      ) AS t9
    ) AS t10
      ON t3."breakdown" = t10."kept"
  ) AS t11
  GROUP BY 1, 2
) AS t12
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
