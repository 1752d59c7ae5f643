WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."event" AS "event",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."person" IN (SELECT unnest(?::BIGINT[]))
  GROUP BY 1
)
SELECT
  t5."title" AS "title",
  t5."count" AS "count"
FROM (
  SELECT
    t3."title_2" AS "title",
    t2."count" AS "count"
  FROM shared_1 AS t2
  JOIN (
    SELECT
      unnest(?::VARCHAR[]) AS "title_2",
      unnest(?::VARCHAR[]) AS "name"
  ) AS t3
    ON t2."event" IS NOT DISTINCT FROM t3."name"
  UNION ALL
  SELECT
    t4."event" AS "title",
    t4."count" AS "count"
  FROM shared_1 AS t4
  WHERE regexp_matches(t4."event", ?::VARCHAR)
) AS t5
ORDER BY t5."count" DESC NULLS LAST, t5."title" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT

-- values, in order of their places:
-- [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]
-- [Sign-up, Order]
-- [signup, order]
-- ^\$
-- 10
-- 20
