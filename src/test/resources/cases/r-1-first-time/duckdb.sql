WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN t2."anchor" >= ?::BIGINT AND t2."anchor" < ?::BIGINT THEN ((t2."anchor" - ?::BIGINT) // ?::BIGINT) END AS "cohort",
    t2."person" AS "person"
  FROM (
    SELECT
      min(t1."timestamp") AS "anchor",
      t1."person" AS "person"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 2
  ) AS t2
  WHERE ?::BIGINT <= t2."anchor"
)
SELECT
  t4."cohort" AS "cohort",
  ?::BIGINT AS "interval",
  t4."count" AS "count"
FROM (
  SELECT
    t3."cohort" AS "cohort",
    count(*) AS "count"
  FROM shared_1 AS t3
  GROUP BY 1
) AS t4
UNION ALL
SELECT
  t5."cohort" AS "cohort",
  TRY(t7."step" - t5."cohort") AS "interval",
  count(*) AS "count"
FROM shared_1 AS t5
JOIN (
  SELECT
    ((t6."timestamp" - ?::BIGINT) // ?::BIGINT) AS "step",
    t6."person" AS "visitor"
  FROM "events_1" AS t6
  WHERE t6."event" = ?::VARCHAR
    AND ?::BIGINT <= t6."timestamp"
    AND t6."timestamp" < ?::BIGINT
  GROUP BY 1, 2
) AS t7
  ON t5."person" = t7."visitor"
WHERE t5."cohort" < t7."step"
GROUP BY 1, 2
-- [One[value=1591747200000000, type=TIME], One[value=1592697600000000, type=TIME], One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1592697600000000, type=TIME], One[value=1591747200000000, type=TIME], One[value=0, type=INTEGER], One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592697600000000, type=TIME]]
