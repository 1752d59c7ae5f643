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
  t16."breakdown" AS "breakdown",
  t16."bucket" AS "bucket",
  CAST(t16."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t15."breakdown" AS "breakdown",
    t15."bucket" AS "bucket",
    TRY_CAST(sum(t15."count") AS BIGINT) AS "count"
  FROM (
    SELECT
      CASE WHEN (t14."kept" IS NULL) THEN ?::VARCHAR ELSE t9."breakdown" END AS "breakdown",
      t9."bucket" AS "bucket",
      t9."count" AS "count"
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
  ) AS t15
  GROUP BY 1, 2
) AS t16
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t24."breakdown" AS "breakdown",
  t24."bucket" AS "bucket",
  CAST(t24."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t23."breakdown" AS "breakdown",
    t23."bucket" AS "bucket",
    TRY_CAST(sum(t23."count") AS BIGINT) AS "count"
  FROM (
    SELECT
      CASE WHEN (t22."kept" IS NULL) THEN ?::VARCHAR ELSE t17."breakdown" END AS "breakdown",
      t17."bucket" AS "bucket",
      t17."count" AS "count"
    FROM shared_2 AS t17
    LEFT JOIN (
      SELECT
        t21."kept" AS "kept"
      FROM (
        SELECT
          t20."kept" AS "kept"
        FROM (
          SELECT
            t19."kept" AS "kept",
            CAST(t19."count" AS DOUBLE) AS "rank"
          FROM (
            SELECT
              t18."breakdown" AS "kept",
              TRY_CAST(sum(t18."count") AS BIGINT) AS "count"
            FROM shared_2 AS t18
            GROUP BY 1
          ) AS t19
        ) AS t20
        ORDER BY t20."rank" DESC NULLS LAST, t20."kept" ASC NULLS LAST
        LIMIT ?::BIGINT OFFSET ?::BIGINT
      ) AS t21
    ) AS t22
      ON t17."breakdown" = t22."kept"
  ) AS t23
  GROUP BY 1, 2
) AS t24
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t32."breakdown" AS "breakdown",
  t32."bucket" AS "bucket",
  CAST(t32."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t31."breakdown" AS "breakdown",
    t31."bucket" AS "bucket",
    TRY_CAST(sum(t31."count") AS BIGINT) AS "count"
  FROM (
    SELECT
      CASE WHEN (t30."kept" IS NULL) THEN ?::VARCHAR ELSE t25."breakdown" END AS "breakdown",
      t25."bucket" AS "bucket",
      t25."count" AS "count"
    FROM shared_3 AS t25
    LEFT JOIN (
      SELECT
        t29."kept" AS "kept"
      FROM (
        SELECT
          t28."kept" AS "kept"
        FROM (
          SELECT
            t27."kept" AS "kept",
            CAST(t27."count" AS DOUBLE) AS "rank"
          FROM (
            SELECT
              t26."breakdown" AS "kept",
              TRY_CAST(sum(t26."count") AS BIGINT) AS "count"
            FROM shared_3 AS t26
            GROUP BY 1
          ) AS t27
        ) AS t28
        ORDER BY t28."rank" DESC NULLS LAST, t28."kept" ASC NULLS LAST
        LIMIT ?::BIGINT OFFSET ?::BIGINT
      ) AS t29
    ) AS t30
      ON t25."breakdown" = t30."kept"
  ) AS t31
  GROUP BY 1, 2
) AS t32
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t40."breakdown" AS "breakdown",
  t40."bucket" AS "bucket",
  CAST(t40."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t39."breakdown" AS "breakdown",
    t39."bucket" AS "bucket",
    TRY_CAST(sum(t39."count") AS BIGINT) AS "count"
  FROM (
    SELECT
      CASE WHEN (t38."kept" IS NULL) THEN ?::VARCHAR ELSE t33."breakdown" END AS "breakdown",
      t33."bucket" AS "bucket",
      t33."count" AS "count"
    FROM shared_4 AS t33
    LEFT JOIN (
      SELECT
        t37."kept" AS "kept"
      FROM (
        SELECT
          t36."kept" AS "kept"
        FROM (
          SELECT
            t35."kept" AS "kept",
            CAST(t35."count" AS DOUBLE) AS "rank"
          FROM (
            SELECT
              t34."breakdown" AS "kept",
              TRY_CAST(sum(t34."count") AS BIGINT) AS "count"
            FROM shared_4 AS t34
            GROUP BY 1
          ) AS t35
        ) AS t36
        ORDER BY t36."rank" DESC NULLS LAST, t36."kept" ASC NULLS LAST
        LIMIT ?::BIGINT OFFSET ?::BIGINT
      ) AS t37
    ) AS t38
      ON t33."breakdown" = t38."kept"
  ) AS t39
  GROUP BY 1, 2
) AS t40
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1579046400000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1579046400000000, type=TIME], One[value=1579478400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578787200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578787200000000, type=TIME], One[value=1579219200000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1579046400000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1579046400000000, type=TIME], One[value=1579478400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578787200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1578787200000000, type=TIME], One[value=1579219200000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
