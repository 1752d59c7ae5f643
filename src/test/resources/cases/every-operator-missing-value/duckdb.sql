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
    AND NOT coalesce((t1."p1" IN (?::VARCHAR, ?::VARCHAR)), ?::BOOLEAN)
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
    ((t3."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t3
  WHERE t3."event" = ?::VARCHAR
    AND ?::BIGINT <= t3."timestamp"
    AND t3."timestamp" < ?::BIGINT
    AND contains(lower(t3."p1"), lower(?::VARCHAR))
  GROUP BY 1
) AS t4
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t6."bucket" AS "bucket",
  CAST(t6."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t5
  WHERE t5."event" = ?::VARCHAR
    AND ?::BIGINT <= t5."timestamp"
    AND t5."timestamp" < ?::BIGINT
    AND ?::DOUBLE < t5."n2"
  GROUP BY 1
) AS t6
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t8."bucket" AS "bucket",
  CAST(t8."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t7."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t7
  WHERE t7."event" = ?::VARCHAR
    AND ?::BIGINT <= t7."timestamp"
    AND t7."timestamp" < ?::BIGINT
    AND t7."p1" IS NULL
  GROUP BY 1
) AS t8
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t10."bucket" AS "bucket",
  CAST(t10."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t9."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t9
  WHERE t9."event" = ?::VARCHAR
    AND ?::BIGINT <= t9."timestamp"
    AND t9."timestamp" < ?::BIGINT
    AND regexp_matches(t9."p1", ?::VARCHAR)
  GROUP BY 1
) AS t10
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t12."bucket" AS "bucket",
  CAST(t12."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t11."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t11
  WHERE t11."event" = ?::VARCHAR
    AND ?::BIGINT <= t11."timestamp"
    AND t11."timestamp" < ?::BIGINT
    AND ?::DOUBLE <= t11."n2"
    AND t11."n2" <= ?::DOUBLE
  GROUP BY 1
) AS t12
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=Chrome, type=TEXT], One[value=Firefox, type=TEXT], One[value=false, type=BOOLEAN], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=chr, type=TEXT], One[value=2, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=20.0, type=NUMBER], One[value=3, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=4, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=^S|e$, type=TEXT], One[value=5, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=20.0, type=NUMBER], One[value=30.0, type=NUMBER]]
