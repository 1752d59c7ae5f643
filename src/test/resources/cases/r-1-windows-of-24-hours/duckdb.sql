WITH shared_1 AS MATERIALIZED (
  SELECT
    t2."person" AS "person",
    CASE WHEN t2."anchor" >= ?::BIGINT AND t2."anchor" < ?::BIGINT THEN ((t2."anchor" - ?::BIGINT) // ?::BIGINT) END AS "cohort",
    t2."anchor" AS "anchor"
  FROM (
    SELECT
      t1."person" AS "person",
      min(t1."timestamp") AS "anchor"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 1
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
  t8."cohort" AS "cohort",
  t8."interval" AS "interval",
  count(*) AS "count"
FROM (
  SELECT
    t5."cohort" AS "cohort",
    bin_of(CAST((t7."at" - t5."anchor") AS DOUBLE), ?::DOUBLE, ?::DOUBLE, ?::BIGINT) AS "interval"
  FROM shared_1 AS t5
  JOIN (
    SELECT
      t6."timestamp" AS "at",
      t6."person" AS "visitor"
    FROM "events_1" AS t6
    WHERE t6."event" = ?::VARCHAR
      AND ?::BIGINT <= t6."timestamp"
      AND t6."timestamp" < ?::BIGINT
  ) AS t7
    ON t5."person" = t7."visitor"
  WHERE ?::BIGINT <= TRY(t7."at" - t5."anchor")
    AND TRY(t7."at" - t5."anchor") < ?::BIGINT
  GROUP BY 1, 2, t5."person"
) AS t8
GROUP BY 1, 2
-- [One[value=1591747200000000, type=TIME], One[value=1592092800000000, type=TIME], One[value=1591747200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1592092800000000, type=TIME], One[value=1591747200000000, type=TIME], One[value=0, type=INTEGER], One[value=0.0, type=NUMBER], One[value=3.456E11, type=NUMBER], One[value=4, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1591747200000000, type=TIME], One[value=1592438400000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=345600000000, type=INTEGER]]
