SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  CAST(t2."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND t1."p1" IN (?::VARCHAR)
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t2
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t4."bucket" AS "bucket",
  CAST(t4."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t3
  WHERE t3."event" = ?::VARCHAR
    AND ?::BIGINT <= t3."timestamp"
    AND t3."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t4
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=Chrome, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageleave, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME]]
