SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  CAST(t2."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN t1."timestamp" < ?::BIGINT THEN ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) ELSE CASE WHEN t1."timestamp" < ?::BIGINT THEN ?::BIGINT ELSE (?::BIGINT + ((t1."timestamp" - ?::BIGINT) // ?::BIGINT)) END END AS "bucket",
    count(DISTINCT t1."person") AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t2

-- values, in order of their places:
-- 0
-- 0
-- 1774738800000000
-- 1774393200000000
-- 86400000000
-- 1774821600000000
-- 4
-- 5
-- 1774821600000000
-- 86400000000
-- order
-- 1774393200000000
-- 1775685600000000
