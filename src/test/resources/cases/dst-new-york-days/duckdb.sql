SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  CAST(t2."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE (?::BIGINT + ((t1."timestamp" - ?::BIGINT) // ?::BIGINT)) END END AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t2
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1710046800000000, type=TIME], One[value=0, type=INTEGER], One[value=1710129600000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1710129600000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1709960400000000, type=TIME], One[value=1710302400000000, type=TIME]]
