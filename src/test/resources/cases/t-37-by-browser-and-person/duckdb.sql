WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t4."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t4."breakdown", ?::VARCHAR) END AS "breakdown",
    CASE WHEN (coalesce(t4."breakdown_2", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t4."breakdown_2", ?::VARCHAR) END AS "breakdown_2",
    t4."bucket" AS "bucket",
    t4."count" AS "count"
  FROM (
    SELECT
      t1."p1" AS "breakdown",
      t3."person_properties_property" AS "breakdown_2",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      count(*) AS "count"
    FROM "events_1" AS t1
    LEFT JOIN (
      SELECT
        t2."p1" AS "person_properties_property",
        t2."person" AS "person_person"
      FROM "persons_1" AS t2
    ) AS t3
      ON t1."person" = t3."person_person"
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 1, 2, 3
  ) AS t4
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t11."breakdown" AS "breakdown",
  t11."breakdown_2" AS "breakdown_2",
  t11."bucket" AS "bucket",
  CAST(t11."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t10."kept" IS NULL) THEN ?::VARCHAR ELSE t5."breakdown" END AS "breakdown",
    CASE WHEN (t10."kept" IS NULL) THEN ?::VARCHAR ELSE t5."breakdown_2" END AS "breakdown_2",
    t5."bucket" AS "bucket",
    TRY_CAST(sum(t5."count") AS BIGINT) AS "count"
  FROM shared_1 AS t5
  LEFT JOIN (
    SELECT
      t9."kept" AS "kept",
      t9."kept_2" AS "kept_2"
    FROM (
      SELECT
        t8."kept" AS "kept",
        t8."kept_2" AS "kept_2"
      FROM (
        SELECT
          t7."kept" AS "kept",
          t7."kept_2" AS "kept_2",
          CAST(t7."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t6."breakdown" AS "kept",
            t6."breakdown_2" AS "kept_2",
            TRY_CAST(sum(t6."count") AS BIGINT) AS "count"
          FROM shared_1 AS t6
          GROUP BY 1, 2
        ) AS t7
      ) AS t8
      ORDER BY t8."rank" DESC NULLS LAST, t8."kept" ASC NULLS LAST, t8."kept_2" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t9
  ) AS t10
    ON t5."breakdown" = t10."kept" AND t5."breakdown_2" = t10."kept_2"
  GROUP BY 1, 2, 3
) AS t11
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
