WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."timestamp" AS "timestamp",
    t5."c" AS "c",
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
      t4."person" AS "c_2"
    FROM "persons_1" AS t4
  ) AS t5
    ON t1."person" = t5."c_2"
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t7."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t7."breakdown", ?::VARCHAR) END AS "breakdown",
    t7."bucket" AS "bucket",
    t7."count" AS "count"
  FROM (
    SELECT
      t6."c" AS "breakdown",
      ((t6."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM shared_1 AS t6
    WHERE t6."event" = ?::VARCHAR
      AND ?::BIGINT <= t6."timestamp"
      AND t6."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t7
),
shared_3 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t9."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t9."breakdown", ?::VARCHAR) END AS "breakdown",
    t9."bucket" AS "bucket",
    t9."count" AS "count"
  FROM (
    SELECT
      t8."c" AS "breakdown",
      ((t8."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM shared_1 AS t8
    WHERE t8."event" = ?::VARCHAR
      AND ?::BIGINT <= t8."timestamp"
      AND t8."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t9
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t16."breakdown" AS "breakdown",
  t16."bucket" AS "bucket",
  CAST(t16."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t15."kept" IS NULL) THEN ?::VARCHAR ELSE t10."breakdown" END AS "breakdown",
    t10."bucket" AS "bucket",
    TRY_CAST(sum(t10."count") AS BIGINT) AS "count"
  FROM shared_2 AS t10
  LEFT JOIN (
    SELECT
      t14."kept" AS "kept"
    FROM (
      SELECT
        t13."kept" AS "kept"
      FROM (
        SELECT
          t12."kept" AS "kept",
          CAST(t12."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t11."breakdown" AS "kept",
            TRY_CAST(sum(t11."count") AS BIGINT) AS "count"
          FROM shared_2 AS t11
          GROUP BY 1
        ) AS t12
      ) AS t13
      ORDER BY t13."rank" DESC NULLS LAST, t13."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t14
  ) AS t15
    ON t10."breakdown" = t15."kept"
  GROUP BY 1, 2
) AS t16
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t23."breakdown" AS "breakdown",
  t23."bucket" AS "bucket",
  CAST(t23."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t22."kept" IS NULL) THEN ?::VARCHAR ELSE t17."breakdown" END AS "breakdown",
    t17."bucket" AS "bucket",
    TRY_CAST(sum(t17."count") AS BIGINT) AS "count"
  FROM shared_3 AS t17
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
          FROM shared_3 AS t18
          GROUP BY 1
        ) AS t19
      ) AS t20
      ORDER BY t20."rank" DESC NULLS LAST, t20."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t21
  ) AS t22
    ON t17."breakdown" = t22."kept"
  GROUP BY 1, 2
) AS t23
-- [One[value=1, type=TEXT], One[value=1, type=INTEGER], One[value=all, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=50000, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=50000, type=INTEGER], One[value=0, type=INTEGER]]
