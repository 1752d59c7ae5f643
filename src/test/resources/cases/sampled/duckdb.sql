SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  CAST(t2."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ?::BIGINT AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
    AND (CAST('0x' || left(md5(t1."distinct_id"), 8) AS BIGINT) / 4294967296.0::DOUBLE) < ?::DOUBLE
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
    ?::BIGINT AS "bucket",
    count(DISTINCT t3."person") AS "count"
  FROM "events_1" AS t3
  WHERE t3."event" = ?::VARCHAR
    AND ?::BIGINT <= t3."timestamp"
    AND t3."timestamp" < ?::BIGINT
    AND (CAST('0x' || left(md5(t3."distinct_id"), 8) AS BIGINT) / 4294967296.0::DOUBLE) < ?::DOUBLE
  GROUP BY 1
) AS t4
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578614400000000, type=TIME], One[value=0.5, type=NUMBER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578614400000000, type=TIME], One[value=0.5, type=NUMBER]]
