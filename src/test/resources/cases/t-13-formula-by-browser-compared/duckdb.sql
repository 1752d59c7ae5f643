WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t2."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t2."breakdown", ?::VARCHAR) END AS "breakdown",
    t2."bucket" AS "bucket",
    t2."count" AS "count"
  FROM (
    SELECT
      t1."p1" AS "breakdown",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
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
    t4."count" AS "count"
  FROM (
    SELECT
      t3."p1" AS "breakdown",
      ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM "events_1" AS t3
    WHERE t3."event" = ?::VARCHAR
      AND ?::BIGINT <= t3."timestamp"
      AND t3."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t4
),
shared_3 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t6."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t6."breakdown", ?::VARCHAR) END AS "breakdown",
    t6."bucket" AS "bucket",
    t6."count" AS "count"
  FROM (
    SELECT
      t5."p1" AS "breakdown",
      ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM "events_1" AS t5
    WHERE t5."event" = ?::VARCHAR
      AND ?::BIGINT <= t5."timestamp"
      AND t5."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t6
),
shared_4 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t8."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t8."breakdown", ?::VARCHAR) END AS "breakdown",
    t8."bucket" AS "bucket",
    t8."count" AS "count"
  FROM (
    SELECT
      t7."p1" AS "breakdown",
      ((t7."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM "events_1" AS t7
    WHERE t7."event" = ?::VARCHAR
      AND ?::BIGINT <= t7."timestamp"
      AND t7."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t8
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t15."breakdown" AS "breakdown",
  t15."bucket" AS "bucket",
  CAST(t15."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t14."kept" IS NULL) THEN ?::VARCHAR ELSE t9."breakdown" END AS "breakdown",
    t9."bucket" AS "bucket",
    TRY_CAST(sum(t9."count") AS BIGINT) AS "count"
  FROM shared_1 AS t9
  LEFT JOIN (
    SELECT
      t13."kept" AS "kept"
    FROM (
      SELECT
        t12."kept" AS "kept"
      FROM (
        SELECT
          t11."kept" AS "kept",
          CAST(t11."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t10."breakdown" AS "kept",
            TRY_CAST(sum(t10."count") AS BIGINT) AS "count"
          FROM shared_1 AS t10
          GROUP BY 1
        ) AS t11
      ) AS t12
      ORDER BY t12."rank" DESC NULLS LAST, t12."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t13
  ) AS t14
    ON t9."breakdown" = t14."kept"
  GROUP BY 1, 2
) AS t15
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t22."breakdown" AS "breakdown",
  t22."bucket" AS "bucket",
  CAST(t22."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t21."kept" IS NULL) THEN ?::VARCHAR ELSE t16."breakdown" END AS "breakdown",
    t16."bucket" AS "bucket",
    TRY_CAST(sum(t16."count") AS BIGINT) AS "count"
  FROM shared_2 AS t16
  LEFT JOIN (
    SELECT
      t20."kept" AS "kept"
    FROM (
      SELECT
        t19."kept" AS "kept"
      FROM (
        SELECT
          t18."kept" AS "kept",
          CAST(t18."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t17."breakdown" AS "kept",
            TRY_CAST(sum(t17."count") AS BIGINT) AS "count"
          FROM shared_2 AS t17
          GROUP BY 1
        ) AS t18
      ) AS t19
      ORDER BY t19."rank" DESC NULLS LAST, t19."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t20
  ) AS t21
    ON t16."breakdown" = t21."kept"
  GROUP BY 1, 2
) AS t22
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t29."breakdown" AS "breakdown",
  t29."bucket" AS "bucket",
  CAST(t29."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t28."kept" IS NULL) THEN ?::VARCHAR ELSE t23."breakdown" END AS "breakdown",
    t23."bucket" AS "bucket",
    TRY_CAST(sum(t23."count") AS BIGINT) AS "count"
  FROM shared_3 AS t23
  LEFT JOIN (
    SELECT
      t27."kept" AS "kept"
    FROM (
      SELECT
        t26."kept" AS "kept"
      FROM (
        SELECT
          t25."kept" AS "kept",
          CAST(t25."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t24."breakdown" AS "kept",
            TRY_CAST(sum(t24."count") AS BIGINT) AS "count"
          FROM shared_3 AS t24
          GROUP BY 1
        ) AS t25
      ) AS t26
      ORDER BY t26."rank" DESC NULLS LAST, t26."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t27
  ) AS t28
    ON t23."breakdown" = t28."kept"
  GROUP BY 1, 2
) AS t29
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t36."breakdown" AS "breakdown",
  t36."bucket" AS "bucket",
  CAST(t36."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t35."kept" IS NULL) THEN ?::VARCHAR ELSE t30."breakdown" END AS "breakdown",
    t30."bucket" AS "bucket",
    TRY_CAST(sum(t30."count") AS BIGINT) AS "count"
  FROM shared_4 AS t30
  LEFT JOIN (
    SELECT
      t34."kept" AS "kept"
    FROM (
      SELECT
        t33."kept" AS "kept"
      FROM (
        SELECT
          t32."kept" AS "kept",
          CAST(t32."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t31."breakdown" AS "kept",
            TRY_CAST(sum(t31."count") AS BIGINT) AS "count"
          FROM shared_4 AS t31
          GROUP BY 1
        ) AS t32
      ) AS t33
      ORDER BY t33."rank" DESC NULLS LAST, t33."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t34
  ) AS t35
    ON t30."breakdown" = t35."kept"
  GROUP BY 1, 2
) AS t36
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1579046400000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1579046400000000, type=TIME], One[value=1579478400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578787200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578787200000000, type=TIME], One[value=1579219200000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1579046400000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1579046400000000, type=TIME], One[value=1579478400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578787200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1578787200000000, type=TIME], One[value=1579219200000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
