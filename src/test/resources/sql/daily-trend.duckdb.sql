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
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t2

-- values, in order of their places:
-- 0
-- 0
-- 1774396800000000
-- 86400000000
-- order
-- 1774396800000000
-- 1775692800000000
