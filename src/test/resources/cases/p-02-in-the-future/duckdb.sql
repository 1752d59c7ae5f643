SELECT
  t7."number" AS "number",
  t7."source" AS "source",
  t7."place" AS "place",
  t7."value" AS "value",
  t7."took" AS "took"
FROM (
  SELECT
    t6."number" AS "number",
    t6."source" AS "source",
    t6."place" AS "place",
    count(*) AS "value",
    avg(TRY(t6."time" - t6."since")) AS "took"
  FROM (
    SELECT
      t5."number" AS "number",
      lag(t5."place") OVER (PARTITION BY t5."actor", t5."session" ORDER BY t5."number" ASC NULLS LAST) AS "source",
      t5."place" AS "place",
      t5."time" AS "time",
      lag(t5."time") OVER (PARTITION BY t5."actor", t5."session" ORDER BY t5."number" ASC NULLS LAST) AS "since"
    FROM (
      SELECT
        row_number() OVER (PARTITION BY t4."actor", t4."session" ORDER BY t4."row" ASC NULLS LAST) AS "number",
        t4."place" AS "place",
        t4."time" AS "time",
        t4."actor" AS "actor",
        t4."session" AS "session"
      FROM (
        SELECT
          t3."place" AS "place",
          t3."time" AS "time",
          t3."actor" AS "actor",
          count(CASE WHEN ((t3."before" IS NULL) OR (TRY(t3."before" + ?::BIGINT) <= t3."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t3."actor" ORDER BY t3."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
          t3."row" AS "row",
          t3."before" AS "before",
          t3."before_place" AS "before_place"
        FROM (
          SELECT
            t2."place" AS "place",
            t2."time" AS "time",
            t2."actor" AS "actor",
            row_number() OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."place" ASC NULLS LAST) AS "row",
            lag(t2."time") OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."place" ASC NULLS LAST) AS "before",
            lag(t2."place") OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."place" ASC NULLS LAST) AS "before_place"
          FROM (
            SELECT
              CASE WHEN (t1."event" = ?::VARCHAR) THEN regexp_replace(t1."p1", '(?s)^(.+)/$', '\1') ELSE t1."event" END AS "place",
              t1."timestamp" AS "time",
              t1."person" AS "actor"
            FROM "events_1" AS t1
            WHERE t1."event" = ?::VARCHAR
              AND ?::BIGINT <= t1."timestamp"
              AND t1."timestamp" < ?::BIGINT
              AND NOT (CASE WHEN (t1."event" = ?::VARCHAR) THEN regexp_replace(t1."p1", '(?s)^(.+)/$', '\1') ELSE t1."event" END = ?::VARCHAR)
          ) AS t2
        ) AS t3
      ) AS t4
      WHERE ((t4."before" IS NULL) OR (TRY(t4."before" + ?::BIGINT) <= t4."time") OR (NOT (t4."before_place" = t4."place")))
    ) AS t5
    WHERE t5."number" <= ?::BIGINT
  ) AS t6
  WHERE NOT (t6."source" IS NULL)
  GROUP BY 1, 2, 3
) AS t7
ORDER BY t7."value" DESC NULLS LAST, t7."number" ASC NULLS LAST, t7."source" ASC NULLS LAST, t7."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$pageview, type=TEXT], One[value=$pageview, type=TEXT], One[value=1622505600000000, type=TIME], One[value=1621555200000000, type=TIME], One[value=$pageview, type=TEXT], One[value=, type=TEXT], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
