WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t2."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t2."breakdown", ?::VARCHAR) END AS "breakdown",
    t2."bucket" AS "bucket",
    t2."sum" AS "sum"
  FROM (
    SELECT
      t1."p2" AS "breakdown",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      fsum(t1."n1") AS "sum"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t2
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t4."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t4."breakdown", ?::VARCHAR) END AS "breakdown",
    t4."bucket" AS "bucket",
    t4."sum" AS "sum",
    t4."count" AS "count"
  FROM (
    SELECT
      t3."p2" AS "breakdown",
      ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      fsum(t3."n1") AS "sum",
      count(t3."n1") AS "count"
    FROM "events_1" AS t3
    WHERE t3."event" = ?::VARCHAR
      AND ?::BIGINT <= t3."timestamp"
      AND t3."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t4
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t11."breakdown" AS "breakdown",
  t11."bucket" AS "bucket",
  t11."sum" AS "value"
FROM (
  SELECT
    CASE WHEN (t10."kept" IS NULL) THEN ?::VARCHAR ELSE t5."breakdown" END AS "breakdown",
    t5."bucket" AS "bucket",
    fsum(t5."sum") AS "sum"
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
          t7."sum" AS "rank"
        FROM (
          SELECT
            t6."breakdown" AS "kept",
            fsum(t6."sum") AS "sum"
          FROM shared_1 AS t6
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
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t18."breakdown" AS "breakdown",
  t18."bucket" AS "bucket",
  (CAST(t18."sum" AS DOUBLE) / nullif(CAST(t18."count" AS DOUBLE), 0)) AS "value"
FROM (
  SELECT
    CASE WHEN (t17."kept" IS NULL) THEN ?::VARCHAR ELSE t12."breakdown" END AS "breakdown",
    t12."bucket" AS "bucket",
    fsum(t12."sum") AS "sum",
    TRY_CAST(sum(t12."count") AS BIGINT) AS "count"
  FROM shared_2 AS t12
  LEFT JOIN (
    SELECT
      t16."kept" AS "kept"
    FROM (
      SELECT
        t15."kept" AS "kept"
      FROM (
        SELECT
          t14."kept" AS "kept",
          (CAST(t14."sum" AS DOUBLE) / nullif(CAST(t14."count" AS DOUBLE), 0)) AS "rank"
        FROM (
          SELECT
            t13."breakdown" AS "kept",
            fsum(t13."sum") AS "sum",
            TRY_CAST(sum(t13."count") AS BIGINT) AS "count"
          FROM shared_2 AS t13
          GROUP BY 1
        ) AS t14
      ) AS t15
      ORDER BY t15."rank" DESC NULLS LAST, t15."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t16
  ) AS t17
    ON t12."breakdown" = t17."kept"
  GROUP BY 1, 2
) AS t18
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1577491200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=session start, type=TEXT], One[value=1577491200000000, type=TIME], One[value=1578182400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1577491200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=session start, type=TEXT], One[value=1577491200000000, type=TIME], One[value=1578182400000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
