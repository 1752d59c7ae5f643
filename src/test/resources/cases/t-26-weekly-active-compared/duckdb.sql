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
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t10."step" AS "bucket",
  CAST(t9."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    count(DISTINCT t7."person") AS "count",
    t8."of" AS "bucket"
  FROM (
    SELECT
      t6."person" AS "person",
      ((t6."timestamp" - ?::BIGINT) // ?::BIGINT) AS "day"
    FROM "events_1" AS t6
    WHERE t6."event" = ?::VARCHAR
      AND ?::BIGINT <= t6."timestamp"
      AND t6."timestamp" < ?::BIGINT
    GROUP BY 1, 2
  ) AS t7
  JOIN (
    SELECT
      unnest(?::BIGINT[]) AS "of",
      unnest(?::BIGINT[]) AS "within"
  ) AS t8
    ON t7."day" = t8."within"
  GROUP BY 2
) AS t9
JOIN (
  SELECT
    unnest(?::BIGINT[]) AS "step",
    unnest(?::BIGINT[]) AS "within"
) AS t10
  ON t9."bucket" = t10."within"
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579478400000000, type=TIME], Many[values=[6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6, 7, 8, 3, 4, 5, 6, 7, 8, 9, 4, 5, 6, 7, 8, 9, 10], type=INTEGER], Many[values=[0, 1, 2, 3, 4], type=INTEGER], Many[values=[6, 7, 8, 9, 10], type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1578096000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578096000000000, type=TIME], One[value=1579046400000000, type=TIME], Many[values=[6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6, 7, 8, 3, 4, 5, 6, 7, 8, 9, 4, 5, 6, 7, 8, 9, 10], type=INTEGER], Many[values=[0, 1, 2, 3, 4], type=INTEGER], Many[values=[6, 7, 8, 9, 10], type=INTEGER]]
