WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t5."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t5."breakdown", ?::VARCHAR) END AS "breakdown",
    t5."bucket" AS "bucket",
    t5."count" AS "count"
  FROM (
    SELECT
      t4."group_0_properties_property" AS "breakdown",
      ((t2."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM (
      SELECT
        t1."timestamp" AS "timestamp",
        CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "of_group_0"
      FROM "events_1" AS t1
      WHERE t1."event" = ?::VARCHAR
        AND ?::BIGINT <= t1."timestamp"
        AND t1."timestamp" < ?::BIGINT
    ) AS t2
    LEFT JOIN (
      SELECT
        t3."p1" AS "group_0_properties_property",
        t3."group_key" AS "group_0_key"
      FROM "groups_1" AS t3
      WHERE t3."group_type_index" = ?::BIGINT
    ) AS t4
      ON t2."of_group_0" = t4."group_0_key"
    GROUP BY 1, 2
  ) AS t5
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t12."breakdown" AS "breakdown",
  t12."bucket" AS "bucket",
  CAST(t12."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t11."kept" IS NULL) THEN ?::VARCHAR ELSE t6."breakdown" END AS "breakdown",
    t6."bucket" AS "bucket",
    TRY_CAST(sum(t6."count") AS BIGINT) AS "count"
  FROM shared_1 AS t6
  LEFT JOIN (
    SELECT
      t10."kept" AS "kept"
    FROM (
      SELECT
        t9."kept" AS "kept"
      FROM (
        SELECT
          t8."kept" AS "kept",
          CAST(t8."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t7."breakdown" AS "kept",
            TRY_CAST(sum(t7."count") AS BIGINT) AS "count"
          FROM shared_1 AS t7
          GROUP BY 1
        ) AS t8
      ) AS t9
      ORDER BY t9."rank" DESC NULLS LAST, t9."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t10
  ) AS t11
    ON t6."breakdown" = t11."kept"
  GROUP BY 1, 2
) AS t12
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
