WITH shared_1 AS MATERIALIZED (
  SELECT
    t4."breakdown" AS "breakdown",
    t2."cohort" AS "cohort",
    t2."person" AS "person"
  FROM (
    SELECT
      t1."person" AS "person",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "cohort",
      min(t1."timestamp") AS "anchor"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t2
  JOIN (
    SELECT
      CASE WHEN (coalesce(t3."p1", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t3."p1", ?::VARCHAR) END AS "breakdown",
      t3."person" AS "entrant",
      t3."timestamp" AS "entered"
    FROM "events_1" AS t3
    WHERE t3."event" = ?::VARCHAR
      AND ?::BIGINT <= t3."timestamp"
      AND t3."timestamp" < ?::BIGINT
  ) AS t4
    ON t2."person" = t4."entrant" AND t2."anchor" = t4."entered"
  GROUP BY 1, 2, 3, t2."anchor"
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (t8."keptbreakdown" IS NULL) THEN ?::VARCHAR ELSE t5."breakdown" END AS "breakdown",
    t5."cohort" AS "cohort",
    t5."person" AS "person"
  FROM shared_1 AS t5
  LEFT JOIN (
    SELECT
      t7."keptbreakdown" AS "keptbreakdown"
    FROM (
      SELECT
        t6."breakdown" AS "keptbreakdown",
        count(*) AS "size"
      FROM shared_1 AS t6
      GROUP BY 1
    ) AS t7
    ORDER BY t7."size" DESC NULLS LAST, t7."keptbreakdown" ASC NULLS LAST
    LIMIT ?::BIGINT OFFSET ?::BIGINT
  ) AS t8
    ON t5."breakdown" = t8."keptbreakdown"
)
SELECT
  t10."breakdown" AS "breakdown",
  t10."cohort" AS "cohort",
  ?::BIGINT AS "interval",
  t10."count" AS "count"
FROM (
  SELECT
    t9."breakdown" AS "breakdown",
    t9."cohort" AS "cohort",
    count(*) AS "count"
  FROM shared_2 AS t9
  GROUP BY 1, 2
) AS t10
UNION ALL
SELECT
  t11."breakdown" AS "breakdown",
  t11."cohort" AS "cohort",
  TRY(t13."step" - t11."cohort") AS "interval",
  count(*) AS "count"
FROM shared_2 AS t11
JOIN (
  SELECT
    ((t12."timestamp" - ?::BIGINT) // ?::BIGINT) AS "step",
    t12."person" AS "visitor"
  FROM "events_1" AS t12
  WHERE t12."event" = ?::VARCHAR
    AND ?::BIGINT <= t12."timestamp"
    AND t12."timestamp" < ?::BIGINT
  GROUP BY 1, 2
) AS t13
  ON t11."person" = t13."visitor"
WHERE t11."cohort" < t13."step"
GROUP BY 1, 2, 3
-- [One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592006400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592006400000000, type=TIME], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592006400000000, type=TIME]]
