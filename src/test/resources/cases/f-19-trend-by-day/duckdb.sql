SELECT
  t15."bucket" AS "bucket",
  count(*) AS "begun",
  count(CASE WHEN (?::BIGINT <= t15."depth") THEN t15."depth" ELSE NULL::BIGINT END) AS "converted"
FROM (
  SELECT
    CASE WHEN t14."at_1" >= ?::BIGINT AND t14."at_1" < ?::BIGINT THEN ((t14."at_1" - ?::BIGINT) // ?::BIGINT) END AS "bucket",
    max(t14."depth") AS "depth"
  FROM (
    SELECT
      t13."actor" AS "actor",
      t13."at_1" AS "at_1",
      CASE WHEN (t13."at_3" IS NULL) THEN CASE WHEN (t13."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth"
    FROM (
      SELECT
        t12."actor" AS "actor",
        t12."at_1" AS "at_1",
        CASE WHEN (t12."at_3" <= TRY(t12."at_1" + ?::BIGINT)) THEN t12."at_3" ELSE NULL::BIGINT END AS "at_3",
        CASE WHEN (t12."at_2" <= TRY(t12."at_1" + ?::BIGINT)) THEN t12."at_2" ELSE NULL::BIGINT END AS "at_2"
      FROM (
        SELECT
          t11."actor" AS "actor",
          t11."time" AS "at_1",
          t11."at_3" AS "at_3",
          t11."at_2" AS "at_2"
        FROM (
          SELECT
            t10."actor" AS "actor",
            t10."time" AS "time",
            t10."next_at_3" AS "at_3",
            t10."next_at_2" AS "at_2",
            t10."rank" AS "rank"
          FROM (
            SELECT
              t9."actor" AS "actor",
              t9."time" AS "time",
              min(CASE WHEN (t9."rank" = ?::BIGINT) THEN t9."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t9."actor" ORDER BY t9."time" ASC NULLS LAST, t9."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
              min(CASE WHEN (t9."rank" = ?::BIGINT) THEN t9."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t9."actor" ORDER BY t9."time" ASC NULLS LAST, t9."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
              t9."rank" AS "rank"
            FROM (
              SELECT
                t6."actor" AS "actor",
                t6."time" AS "time",
                t6."rank" AS "rank",
                t6."next_at_3" AS "at_3"
              FROM (
                SELECT
                  t5."actor" AS "actor",
                  t5."time" AS "time",
                  t5."rank" AS "rank",
                  min(CASE WHEN (t5."rank" = ?::BIGINT) THEN t5."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t5."actor" ORDER BY t5."time" ASC NULLS LAST, t5."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
                FROM (
                  SELECT
                    t2."actor" AS "actor",
                    t2."time" AS "time",
                    t2."rank" AS "rank"
                  FROM (
                    SELECT
                      t1."person" AS "actor",
                      t1."timestamp" AS "time",
                      ?::BIGINT AS "rank"
                    FROM "events_1" AS t1
                    WHERE t1."event" = ?::VARCHAR
                      AND ?::BIGINT <= t1."timestamp"
                      AND t1."timestamp" < ?::BIGINT
                  ) AS t2
                  UNION ALL
                  SELECT
                    t4."actor" AS "actor",
                    t4."time" AS "time",
                    t4."rank" AS "rank"
                  FROM (
                    SELECT
                      t3."person" AS "actor",
                      t3."timestamp" AS "time",
                      ?::BIGINT AS "rank"
                    FROM "events_1" AS t3
                    WHERE t3."event" = ?::VARCHAR
                      AND ?::BIGINT <= t3."timestamp"
                      AND t3."timestamp" < ?::BIGINT
                  ) AS t4
                ) AS t5
              ) AS t6
              WHERE ((t6."rank" = ?::BIGINT) OR (t6."rank" = ?::BIGINT))
              UNION ALL
              SELECT
                t8."actor" AS "actor",
                t8."time" AS "time",
                t8."rank" AS "rank",
                NULL::BIGINT AS "at_3"
              FROM (
                SELECT
                  t7."person" AS "actor",
                  t7."timestamp" AS "time",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t7
                WHERE t7."event" = ?::VARCHAR
                  AND ?::BIGINT <= t7."timestamp"
                  AND t7."timestamp" < ?::BIGINT
              ) AS t8
            ) AS t9
          ) AS t10
          WHERE t10."rank" = ?::BIGINT
        ) AS t11
        WHERE t11."rank" = ?::BIGINT
      ) AS t12
    ) AS t13
  ) AS t14
  WHERE NOT (t14."at_1" IS NULL)
  GROUP BY 1, t14."actor"
) AS t15
GROUP BY 1
-- [One[value=3, type=INTEGER], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1619827200000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
