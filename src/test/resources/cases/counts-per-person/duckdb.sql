WITH shared_1 AS MATERIALIZED (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1, t1."person"
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t3."bucket" AS "bucket",
  t3."each" AS "value"
FROM (
  SELECT
    t2."bucket" AS "bucket",
    avg(t2."count") AS "each"
  FROM shared_1 AS t2
  GROUP BY 1
) AS t3
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t5."bucket" AS "bucket",
  CAST(t5."each" AS DOUBLE) AS "value"
FROM (
  SELECT
    t4."bucket" AS "bucket",
    min(t4."count") AS "each"
  FROM shared_1 AS t4
  GROUP BY 1
) AS t5
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t7."bucket" AS "bucket",
  CAST(t7."each" AS DOUBLE) AS "value"
FROM (
  SELECT
    t6."bucket" AS "bucket",
    max(t6."count") AS "each"
  FROM shared_1 AS t6
  GROUP BY 1
) AS t7
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t9."bucket" AS "bucket",
  t9."each" AS "value"
FROM (
  SELECT
    t8."bucket" AS "bucket",
    quantile_cont(CAST(t8."count" AS DOUBLE), 0.5) AS "each"
  FROM shared_1 AS t8
  GROUP BY 1
) AS t9
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t11."bucket" AS "bucket",
  t11."each" AS "value"
FROM (
  SELECT
    t10."bucket" AS "bucket",
    quantile_cont(CAST(t10."count" AS DOUBLE), 0.75) AS "each"
  FROM shared_1 AS t10
  GROUP BY 1
) AS t11
-- [One[value=1578700800000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1578960000000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=2, type=INTEGER], One[value=0, type=INTEGER], One[value=3, type=INTEGER], One[value=0, type=INTEGER], One[value=4, type=INTEGER], One[value=0, type=INTEGER]]
