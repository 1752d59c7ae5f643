SELECT
  t10."bucket" AS "bucket",
  count(*) AS "begun",
  count(CASE WHEN (?::BIGINT <= t10."depth") THEN t10."depth" ELSE NULL::BIGINT END) AS "converted"
FROM (
  SELECT
    CASE WHEN t9."at_1" >= ?::BIGINT AND t9."at_1" < ?::BIGINT THEN ?::BIGINT END AS "bucket",
    max(t9."depth") AS "depth"
  FROM (
    SELECT
      t8."actor" AS "actor",
      t8."at_1" AS "at_1",
      CASE WHEN (t8."at_3" IS NULL) THEN CASE WHEN (t8."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth"
    FROM (
      SELECT
        t7."actor" AS "actor",
        t7."at_1" AS "at_1",
        CASE WHEN (t7."at_3" <= TRY(t7."at_1" + ?::BIGINT)) THEN t7."at_3" ELSE NULL::BIGINT END AS "at_3",
        CASE WHEN (t7."at_2" <= TRY(t7."at_1" + ?::BIGINT)) THEN t7."at_2" ELSE NULL::BIGINT END AS "at_2"
      FROM (
        SELECT
          t6."actor" AS "actor",
          t6."time" AS "at_1",
          t6."at_3" AS "at_3",
          t6."at_2" AS "at_2"
        FROM (
          SELECT
            t5."actor" AS "actor",
            t5."time" AS "time",
            t5."next_at_3" AS "at_3",
            t5."next_at_2" AS "at_2",
            t5."rank" AS "rank"
          FROM (
            SELECT
              t4."actor" AS "actor",
              t4."time" AS "time",
              min(CASE WHEN (t4."rank" = ?::BIGINT) THEN t4."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t4."actor" ORDER BY t4."time" ASC NULLS LAST, t4."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
              min(CASE WHEN (t4."rank" = ?::BIGINT) THEN t4."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t4."actor" ORDER BY t4."time" ASC NULLS LAST, t4."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
              t4."rank" AS "rank"
            FROM (
              SELECT
                t3."actor" AS "actor",
                t3."time" AS "time",
                t3."rank" AS "rank",
                t3."next_at_3" AS "at_3"
              FROM (
                SELECT
                  t2."actor" AS "actor",
                  t2."time" AS "time",
                  t2."rank" AS "rank",
                  min(CASE WHEN (t2."rank" = ?::BIGINT) THEN t2."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
                FROM (
                  SELECT
                    t1."person" AS "actor",
                    t1."timestamp" AS "time",
                    CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END END AS "rank"
                  FROM "events_1" AS t1
                  WHERE t1."event" IN (?::VARCHAR, ?::VARCHAR, ?::VARCHAR)
                    AND ?::BIGINT <= t1."timestamp"
                    AND t1."timestamp" < ?::BIGINT
                ) AS t2
              ) AS t3
              WHERE ((t3."rank" = ?::BIGINT) OR (t3."rank" = ?::BIGINT))
            ) AS t4
          ) AS t5
          WHERE t5."rank" = ?::BIGINT
        ) AS t6
        WHERE t6."rank" = ?::BIGINT
      ) AS t7
    ) AS t8
  ) AS t9
  WHERE NOT (t9."at_1" IS NULL)
  GROUP BY 1, t9."actor"
) AS t10
GROUP BY 1
-- [One[value=3, type=INTEGER], One[value=1619827200000000, type=TIME], One[value=1622505600000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=step one, type=TEXT], One[value=1, type=INTEGER], One[value=step two, type=TEXT], One[value=2, type=INTEGER], One[value=step three, type=TEXT], One[value=3, type=INTEGER], One[value=4, type=INTEGER], One[value=step one, type=TEXT], One[value=step two, type=TEXT], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
