SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  t2."sum" AS "value"
FROM (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    fsum(t1."n1") AS "sum"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t2
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t4."bucket" AS "bucket",
  (CAST(t4."sum" AS DOUBLE) / nullif(CAST(t4."count" AS DOUBLE), 0)) AS "value"
FROM (
  SELECT
    ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    fsum(t3."n1") AS "sum",
    count(t3."n1") AS "count"
  FROM "events_1" AS t3
  WHERE t3."event" = ?::VARCHAR
    AND ?::BIGINT <= t3."timestamp"
    AND t3."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t4
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1577970000000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=session start, type=TEXT], One[value=1577970000000000, type=TIME], One[value=1578060000000000, type=TIME], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1577970000000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=session start, type=TEXT], One[value=1577970000000000, type=TIME], One[value=1578060000000000, type=TIME]]
