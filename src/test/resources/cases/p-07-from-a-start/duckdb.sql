SELECT
  t9."number" AS "number",
  t9."source" AS "source",
  t9."place" AS "place",
  t9."value" AS "value",
  t9."took" AS "took"
FROM (
  SELECT
    t8."number" AS "number",
    t8."source" AS "source",
    t8."place" AS "place",
    count(*) AS "value",
    avg(TRY(t8."time" - t8."since")) AS "took"
  FROM (
    SELECT
      t7."number" AS "number",
      lag(t7."place") OVER (PARTITION BY t7."actor", t7."session" ORDER BY t7."number" ASC NULLS LAST) AS "source",
      t7."place" AS "place",
      t7."time" AS "time",
      lag(t7."time") OVER (PARTITION BY t7."actor", t7."session" ORDER BY t7."number" ASC NULLS LAST) AS "since"
    FROM (
      SELECT
        TRY(TRY(t6."number" - t6."first") + ?::BIGINT) AS "number",
        t6."place" AS "place",
        t6."time" AS "time",
        t6."actor" AS "actor",
        t6."session" AS "session"
      FROM (
        SELECT
          t5."number" AS "number",
          min(CASE WHEN (t5."place" = ?::VARCHAR) THEN t5."number" ELSE NULL::BIGINT END) OVER (PARTITION BY t5."actor", t5."session" ORDER BY t5."number" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "first",
          t5."place" AS "place",
          t5."time" AS "time",
          t5."actor" AS "actor",
          t5."session" AS "session"
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
      ) AS t6
      WHERE t6."first" <= t6."number"
        AND TRY(TRY(t6."number" - t6."first") + ?::BIGINT) <= ?::BIGINT
    ) AS t7
  ) AS t8
  WHERE NOT (t8."source" IS NULL)
  GROUP BY 1, 2, 3
) AS t9
ORDER BY t9."value" DESC NULLS LAST, t9."number" ASC NULLS LAST, t9."source" ASC NULLS LAST, t9."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=1, type=INTEGER], One[value=/3, type=TEXT], One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$pageview, type=TEXT], One[value=$pageview, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=$pageview, type=TEXT], One[value=, type=TEXT], One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
