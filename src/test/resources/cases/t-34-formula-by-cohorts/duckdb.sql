WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."timestamp" AS "timestamp",
    t6."c" AS "c",
    t1."event" AS "event"
  FROM "events_1" AS t1
  JOIN (
    SELECT
      ?::VARCHAR AS "c",
      t3."person" AS "c_2"
    FROM (
      SELECT
        t2."person" AS "person"
      FROM "cohort_people_1" AS t2
      WHERE t2."cohort_id" = ?::BIGINT
      GROUP BY 1
    ) AS t3
    UNION ALL
    SELECT
      ?::VARCHAR AS "c",
      t5."person" AS "c_2"
    FROM (
      SELECT
        t4."person" AS "person"
      FROM "cohort_people_1" AS t4
      WHERE t4."cohort_id" = ?::BIGINT
      GROUP BY 1
    ) AS t5
  ) AS t6
    ON t1."person" = t6."c_2"
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t8."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t8."breakdown", ?::VARCHAR) END AS "breakdown",
    t8."bucket" AS "bucket",
    t8."count" AS "count"
  FROM (
    SELECT
      t7."c" AS "breakdown",
      ((t7."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM shared_1 AS t7
    WHERE t7."event" = ?::VARCHAR
      AND ?::BIGINT <= t7."timestamp"
      AND t7."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t8
),
shared_3 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t10."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t10."breakdown", ?::VARCHAR) END AS "breakdown",
    t10."bucket" AS "bucket",
    t10."count" AS "count"
  FROM (
    SELECT
      t9."c" AS "breakdown",
      ((t9."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM shared_1 AS t9
    WHERE t9."event" = ?::VARCHAR
      AND ?::BIGINT <= t9."timestamp"
      AND t9."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t10
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t17."breakdown" AS "breakdown",
  t17."bucket" AS "bucket",
  CAST(t17."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t16."kept" IS NULL) THEN ?::VARCHAR ELSE t11."breakdown" END AS "breakdown",
    t11."bucket" AS "bucket",
    TRY_CAST(sum(t11."count") AS BIGINT) AS "count"
  FROM shared_2 AS t11
  LEFT JOIN (
    SELECT
      t15."kept" AS "kept"
    FROM (
      SELECT
        t14."kept" AS "kept"
      FROM (
        SELECT
          t13."kept" AS "kept",
          CAST(t13."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t12."breakdown" AS "kept",
            TRY_CAST(sum(t12."count") AS BIGINT) AS "count"
          FROM shared_2 AS t12
          GROUP BY 1
        ) AS t13
      ) AS t14
      ORDER BY t14."rank" DESC NULLS LAST, t14."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t15
  ) AS t16
    ON t11."breakdown" = t16."kept"
  GROUP BY 1, 2
) AS t17
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t24."breakdown" AS "breakdown",
  t24."bucket" AS "bucket",
  CAST(t24."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t23."kept" IS NULL) THEN ?::VARCHAR ELSE t18."breakdown" END AS "breakdown",
    t18."bucket" AS "bucket",
    TRY_CAST(sum(t18."count") AS BIGINT) AS "count"
  FROM shared_3 AS t18
  LEFT JOIN (
    SELECT
      t22."kept" AS "kept"
    FROM (
      SELECT
        t21."kept" AS "kept"
      FROM (
        SELECT
          t20."kept" AS "kept",
          CAST(t20."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t19."breakdown" AS "kept",
            TRY_CAST(sum(t19."count") AS BIGINT) AS "count"
          FROM shared_3 AS t19
          GROUP BY 1
        ) AS t20
      ) AS t21
      ORDER BY t21."rank" DESC NULLS LAST, t21."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t22
  ) AS t23
    ON t18."breakdown" = t23."kept"
  GROUP BY 1, 2
) AS t24
-- [One[value=1, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=TEXT], One[value=2, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=50000, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=50000, type=INTEGER], One[value=0, type=INTEGER]]
