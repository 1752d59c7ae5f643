SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t10."breakdown" AS "breakdown",
  t10."bucket" AS "bucket",
  CAST(t10."a1" AS DOUBLE) AS "value"
FROM (
  SELECT
    t9."breakdown" AS "breakdown",
    t9."bucket" AS "bucket",
    count(DISTINCT t9."argument_1") AS "a1"
  FROM (
    SELECT
      CASE WHEN (t8."kept" IS NULL) THEN ?::VARCHAR ELSE t2."breakdown" END AS "breakdown",
      t2."bucket" AS "bucket",
      t2."argument_1" AS "argument_1"
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
        t7."kept" AS "kept"
      FROM (
        SELECT
          t6."kept" AS "kept"
        FROM (
          SELECT
            t5."kept" AS "kept",
            CAST(t5."a1" AS DOUBLE) AS "rank"
          FROM (
            SELECT
              t4."breakdown" AS "kept",
              count(DISTINCT t4."argument_1") AS "a1"
            FROM (
              SELECT
                CASE WHEN (coalesce(t3."p1", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t3."p1", ?::VARCHAR) END AS "breakdown",
                ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
                t3."p2" AS "argument_1"
              FROM "events_1" AS t3
              WHERE t3."event" = ?::VARCHAR
                AND ?::BIGINT <= t3."timestamp"
                AND t3."timestamp" < ?::BIGINT
            ) AS t4
            GROUP BY 1
          ) AS t5
        ) AS t6
        ORDER BY t6."rank" DESC NULLS LAST, t6."kept" ASC NULLS LAST
        LIMIT ?::BIGINT OFFSET ?::BIGINT
      ) AS t7
    ) AS t8
      ON t2."breakdown" = t8."kept"
  ) AS t9
  GROUP BY 1, 2
) AS t10
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
