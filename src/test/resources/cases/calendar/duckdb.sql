SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t4."weekday" AS "weekday",
  t4."hour" AS "hour",
  CAST(t4."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t3."weekday" AS "weekday",
    t3."hour" AS "hour",
    count(DISTINCT t2."person") AS "count"
  FROM (
    SELECT
      t1."person" AS "person",
      ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "started"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
  ) AS t2
  JOIN (
    SELECT
      unnest(?::BIGINT[]) AS "hour",
      unnest(?::BIGINT[]) AS "weekday",
      unnest(?::BIGINT[]) AS "hour_started"
  ) AS t3
    ON t2."started" = t3."hour_started"
  GROUP BY 1, 2
) AS t4
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t8."weekday" AS "weekday",
  NULL::BIGINT AS "hour",
  CAST(t8."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t7."weekday" AS "weekday",
    count(DISTINCT t6."person") AS "count"
  FROM (
    SELECT
      t5."person" AS "person",
      ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "started"
    FROM "events_1" AS t5
    WHERE t5."event" = ?::VARCHAR
      AND ?::BIGINT <= t5."timestamp"
      AND t5."timestamp" < ?::BIGINT
  ) AS t6
  JOIN (
    SELECT
      unnest(?::BIGINT[]) AS "hour",
      unnest(?::BIGINT[]) AS "weekday",
      unnest(?::BIGINT[]) AS "hour_started"
  ) AS t7
    ON t6."started" = t7."hour_started"
  GROUP BY 1
) AS t8
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  NULL::BIGINT AS "weekday",
  t12."hour" AS "hour",
  CAST(t12."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    t11."hour" AS "hour",
    count(DISTINCT t10."person") AS "count"
  FROM (
    SELECT
      t9."person" AS "person",
      ((t9."timestamp" - ?::BIGINT) // ?::BIGINT) AS "started"
    FROM "events_1" AS t9
    WHERE t9."event" = ?::VARCHAR
      AND ?::BIGINT <= t9."timestamp"
      AND t9."timestamp" < ?::BIGINT
  ) AS t10
  JOIN (
    SELECT
      unnest(?::BIGINT[]) AS "hour",
      unnest(?::BIGINT[]) AS "weekday",
      unnest(?::BIGINT[]) AS "hour_started"
  ) AS t11
    ON t10."started" = t11."hour_started"
  GROUP BY 1
) AS t12
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  NULL::BIGINT AS "weekday",
  NULL::BIGINT AS "hour",
  CAST(t16."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    count(DISTINCT t14."person") AS "count"
  FROM (
    SELECT
      t13."person" AS "person",
      ((t13."timestamp" - ?::BIGINT) // ?::BIGINT) AS "started"
    FROM "events_1" AS t13
    WHERE t13."event" = ?::VARCHAR
      AND ?::BIGINT <= t13."timestamp"
      AND t13."timestamp" < ?::BIGINT
  ) AS t14
  JOIN (
    SELECT
      unnest(?::BIGINT[]) AS "hour",
      unnest(?::BIGINT[]) AS "weekday",
      unnest(?::BIGINT[]) AS "hour_started"
  ) AS t15
    ON t14."started" = t15."hour_started"
) AS t16
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578546000000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578546000000000, type=TIME], One[value=1578718800000000, type=TIME], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], type=INTEGER], Many[values=[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47], type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578546000000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578546000000000, type=TIME], One[value=1578718800000000, type=TIME], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], type=INTEGER], Many[values=[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47], type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578546000000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578546000000000, type=TIME], One[value=1578718800000000, type=TIME], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], type=INTEGER], Many[values=[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47], type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578546000000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578546000000000, type=TIME], One[value=1578718800000000, type=TIME], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], type=INTEGER], Many[values=[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], type=INTEGER], Many[values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47], type=INTEGER]]
