SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  t2."number" AS "value"
FROM (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    quantile_cont(CAST(t1."n1" AS DOUBLE), 0.5) AS "number"
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
  t4."number" AS "value"
FROM (
  SELECT
    ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    quantile_cont(CAST(t3."n1" AS DOUBLE), 0.75) AS "number"
  FROM "events_1" AS t3
  WHERE t3."event" = ?::VARCHAR
    AND ?::BIGINT <= t3."timestamp"
    AND t3."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t4
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t6."bucket" AS "bucket",
  t6."number" AS "value"
FROM (
  SELECT
    ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    quantile_cont(CAST(t5."n1" AS DOUBLE), 0.9) AS "number"
  FROM "events_1" AS t5
  WHERE t5."event" = ?::VARCHAR
    AND ?::BIGINT <= t5."timestamp"
    AND t5."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t6
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t8."bucket" AS "bucket",
  t8."number" AS "value"
FROM (
  SELECT
    ((t7."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    quantile_cont(CAST(t7."n1" AS DOUBLE), 0.95) AS "number"
  FROM "events_1" AS t7
  WHERE t7."event" = ?::VARCHAR
    AND ?::BIGINT <= t7."timestamp"
    AND t7."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t8
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t10."bucket" AS "bucket",
  t10."number" AS "value"
FROM (
  SELECT
    ((t9."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    quantile_cont(CAST(t9."n1" AS DOUBLE), 0.99) AS "number"
  FROM "events_1" AS t9
  WHERE t9."event" = ?::VARCHAR
    AND ?::BIGINT <= t9."timestamp"
    AND t9."timestamp" < ?::BIGINT
  GROUP BY 1
) AS t10
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578700800000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1578960000000000, type=TIME], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1578700800000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1578960000000000, type=TIME], One[value=2, type=INTEGER], One[value=0, type=INTEGER], One[value=1578700800000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1578960000000000, type=TIME], One[value=3, type=INTEGER], One[value=0, type=INTEGER], One[value=1578700800000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1578960000000000, type=TIME], One[value=4, type=INTEGER], One[value=0, type=INTEGER], One[value=1578700800000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1578960000000000, type=TIME]]
