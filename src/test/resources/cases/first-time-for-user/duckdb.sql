WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."person" AS "visitor",
    min(t1."timestamp") AS "first"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t5."bucket" AS "bucket",
  CAST(t5."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(DISTINCT t3."person") AS "count"
  FROM (
    SELECT
      t2."timestamp" AS "timestamp",
      t2."person" AS "person"
    FROM "events_1" AS t2
    WHERE t2."event" = ?::VARCHAR
      AND ?::BIGINT <= t2."timestamp"
      AND t2."timestamp" < ?::BIGINT
  ) AS t3
  JOIN shared_1 AS t4
    ON t3."person" = t4."visitor" AND t3."timestamp" = t4."first"
  GROUP BY 1
) AS t5
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t9."bucket" AS "bucket",
  CAST(t9."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t7."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(DISTINCT t7."person") AS "count"
  FROM (
    SELECT
      t6."timestamp" AS "timestamp",
      t6."person" AS "person"
    FROM "events_1" AS t6
    WHERE t6."event" = ?::VARCHAR
      AND ?::BIGINT <= t6."timestamp"
      AND t6."timestamp" < ?::BIGINT
      AND ?::DOUBLE < t6."n2"
  ) AS t7
  JOIN shared_1 AS t8
    ON t7."person" = t8."visitor" AND t7."timestamp" = t8."first"
  GROUP BY 1
) AS t9
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t14."bucket" AS "bucket",
  CAST(t14."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t11."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(DISTINCT t11."person") AS "count"
  FROM (
    SELECT
      t10."timestamp" AS "timestamp",
      t10."person" AS "person"
    FROM "events_1" AS t10
    WHERE t10."event" = ?::VARCHAR
      AND t10."timestamp" < ?::BIGINT
      AND ?::BIGINT <= t10."timestamp"
  ) AS t11
  JOIN (
    SELECT
      t12."person" AS "visitor",
      min(t12."timestamp") AS "first"
    FROM "events_1" AS t12
    WHERE t12."event" = ?::VARCHAR
      AND t12."timestamp" < ?::BIGINT
      AND ?::BIGINT <= t12."timestamp"
    GROUP BY 1
  ) AS t13
    ON t11."person" = t13."visitor" AND t11."timestamp" = t13."first"
  GROUP BY 1
) AS t14
-- [One[value=$pageview, type=TEXT], One[value=1579564800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=15.0, type=NUMBER], One[value=2, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1579564800000000, type=TIME], One[value=1578873600000000, type=TIME], One[value=$pageview, type=TEXT], One[value=1579564800000000, type=TIME], One[value=1578873600000000, type=TIME]]
