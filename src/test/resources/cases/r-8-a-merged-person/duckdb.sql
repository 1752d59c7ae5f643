WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN t1."timestamp" < ?::BIGINT THEN CASE WHEN t1."timestamp" < ?::BIGINT THEN CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE ?::BIGINT END ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE ?::BIGINT END END END ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE (?::BIGINT + ((t1."timestamp" - ?::BIGINT) // ?::BIGINT)) END ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE ?::BIGINT END END END END AS "cohort",
    t1."person" AS "person"
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
  t4."cohort" AS "cohort",
  TRY(t6."step" - t4."cohort") AS "interval",
  count(*) AS "count"
FROM shared_1 AS t4
JOIN (
  SELECT
    CASE WHEN t5."timestamp" < ?::BIGINT THEN CASE WHEN t5."timestamp" < ?::BIGINT THEN CASE WHEN t5."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE ?::BIGINT END ELSE CASE WHEN t5."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE CASE WHEN t5."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE ?::BIGINT END END END ELSE CASE WHEN t5."timestamp" < ?::BIGINT THEN CASE WHEN t5."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE (?::BIGINT + ((t5."timestamp" - ?::BIGINT) // ?::BIGINT)) END ELSE CASE WHEN t5."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE CASE WHEN t5."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE ?::BIGINT END END END END AS "step",
    t5."person" AS "visitor"
  FROM "events_1" AS t5
  WHERE t5."event" = ?::VARCHAR
    AND ?::BIGINT <= t5."timestamp"
    AND t5."timestamp" < ?::BIGINT
  GROUP BY 1, 2
) AS t6
  ON t4."person" = t6."visitor"
WHERE t4."cohort" < t6."step"
GROUP BY 1, 2
-- [One[value=1590969600000000, type=TIME], One[value=1583020800000000, type=TIME], One[value=1580515200000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1585699200000000, type=TIME], One[value=2, type=INTEGER], One[value=1588291200000000, type=TIME], One[value=3, type=INTEGER], One[value=4, type=INTEGER], One[value=1598918400000000, type=TIME], One[value=1593561600000000, type=TIME], One[value=5, type=INTEGER], One[value=6, type=INTEGER], One[value=1593561600000000, type=TIME], One[value=2678400000000, type=INTEGER], One[value=1601510400000000, type=TIME], One[value=8, type=INTEGER], One[value=1604188800000000, type=TIME], One[value=9, type=INTEGER], One[value=10, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1606780800000000, type=TIME], One[value=0, type=INTEGER], One[value=1590969600000000, type=TIME], One[value=1583020800000000, type=TIME], One[value=1580515200000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1585699200000000, type=TIME], One[value=2, type=INTEGER], One[value=1588291200000000, type=TIME], One[value=3, type=INTEGER], One[value=4, type=INTEGER], One[value=1598918400000000, type=TIME], One[value=1593561600000000, type=TIME], One[value=5, type=INTEGER], One[value=6, type=INTEGER], One[value=1593561600000000, type=TIME], One[value=2678400000000, type=INTEGER], One[value=1601510400000000, type=TIME], One[value=8, type=INTEGER], One[value=1604188800000000, type=TIME], One[value=9, type=INTEGER], One[value=10, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1606780800000000, type=TIME]]
