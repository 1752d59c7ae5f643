WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."person" AS "person",
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "cohort"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1, 2
)
SELECT
  t3."cohort" AS "cohort",
  ?::BIGINT AS "interval",
  t3."count" AS "count"
FROM (
  SELECT
    t2."cohort" AS "cohort",
    count(*) AS "count"
  FROM shared_1 AS t2
  GROUP BY 1
) AS t3
UNION ALL
SELECT
  t7."cohort" AS "cohort",
  t7."interval" AS "interval",
  count(*) AS "count"
FROM (
  SELECT
    t4."cohort" AS "cohort",
    max(TRY(t6."step" - t4."cohort")) AS "interval"
  FROM shared_1 AS t4
  JOIN (
    SELECT
      ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "step",
      t5."person" AS "visitor"
    FROM "events_1" AS t5
    WHERE t5."event" = ?::VARCHAR
      AND ?::BIGINT <= t5."timestamp"
      AND t5."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t6
    ON t4."person" = t6."visitor"
  WHERE t4."cohort" < t6."step"
  GROUP BY 1, t4."person"
) AS t7
GROUP BY 1, 2
-- [One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592697600000000, type=TIME], One[value=0, type=INTEGER], One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592697600000000, type=TIME]]
