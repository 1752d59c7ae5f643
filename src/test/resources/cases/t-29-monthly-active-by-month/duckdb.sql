SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  CAST(t2."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN t1."timestamp" < ?::BIGINT THEN ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) ELSE ?::BIGINT END AS "bucket",
    count(DISTINCT t1."person") AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t2
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1580515200000000, type=TIME], One[value=1575158400000000, type=TIME], One[value=2678400000000, type=INTEGER], One[value=2, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1575158400000000, type=TIME], One[value=1580601600000000, type=TIME]]
