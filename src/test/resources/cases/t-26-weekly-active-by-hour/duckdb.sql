SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t5."step" AS "bucket",
  CAST(t4."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    count(DISTINCT t2."person") AS "count",
    t3."of" AS "bucket"
  FROM (
    SELECT
      t1."person" AS "person",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "day"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t2
  JOIN (
    SELECT
      unnest(?::BIGINT[]) AS "of",
      unnest(?::BIGINT[]) AS "within"
  ) AS t3
    ON t2."day" = t3."within"
  GROUP BY 2
) AS t4
JOIN (
  SELECT
    unnest(?::BIGINT[]) AS "step",
    unnest(?::BIGINT[]) AS "within"
) AS t5
  ON t4."bucket" = t5."within"
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578787200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578787200000000, type=TIME], One[value=1579395600000001, type=TIME], Many[values=[6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25], type=INTEGER], Many[values=[6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7], type=INTEGER]]
