SELECT
  TRY(t15."at_2" - t15."at_1") AS "took",
  count(*) AS "count"
FROM (
  SELECT
    t14."at_2" AS "at_2",
    t14."at_1" AS "at_1"
  FROM (
    SELECT
      t13."at_2" AS "at_2",
      t13."at_1" AS "at_1",
      row_number() OVER (PARTITION BY t13."actor" ORDER BY t13."depth" DESC NULLS LAST, t13."last" ASC NULLS LAST, t13."at_1" DESC NULLS LAST, t13."at_2" ASC NULLS LAST) AS "number"
    FROM (
      SELECT
        t12."at_2" AS "at_2",
        t12."at_1" AS "at_1",
        t12."actor" AS "actor",
        CASE WHEN (t12."at_3" IS NULL) THEN CASE WHEN (t12."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
        coalesce(t12."at_3", t12."at_2", t12."at_1") AS "last"
      FROM (
        SELECT
          CASE WHEN (t11."next_at_2" <= TRY(t11."time" + ?::BIGINT)) THEN t11."next_at_2" ELSE NULL::BIGINT END AS "at_2",
          t11."time" AS "at_1",
          t11."actor" AS "actor",
          CASE WHEN (t11."next_at_3" <= TRY(t11."time" + ?::BIGINT)) THEN t11."next_at_3" ELSE NULL::BIGINT END AS "at_3"
        FROM (
          SELECT
            min(CASE WHEN (t10."rank" = ?::BIGINT) THEN t10."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
            t10."time" AS "time",
            t10."actor" AS "actor",
            min(CASE WHEN (t10."rank" = ?::BIGINT) THEN t10."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
            t10."rank" AS "rank"
          FROM (
            SELECT
              t4."time" AS "time",
              t4."actor" AS "actor",
              t4."rank" AS "rank",
              t4."next_at_3" AS "at_3"
            FROM (
              SELECT
                t3."time" AS "time",
                t3."actor" AS "actor",
                t3."rank" AS "rank",
                min(CASE WHEN (t3."rank" = ?::BIGINT) THEN t3."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t3."actor" ORDER BY t3."time" ASC NULLS LAST, t3."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
              FROM (
                SELECT
                  t1."timestamp" AS "time",
                  t1."person" AS "actor",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t1
                WHERE t1."event" = ?::VARCHAR
                  AND ?::BIGINT <= t1."timestamp"
                  AND t1."timestamp" < ?::BIGINT
                UNION ALL
                SELECT
                  t2."timestamp" AS "time",
                  t2."person" AS "actor",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t2
                WHERE t2."event" = ?::VARCHAR
                  AND ?::BIGINT <= t2."timestamp"
                  AND t2."timestamp" < ?::BIGINT
              ) AS t3
            ) AS t4
            WHERE ((t4."rank" = ?::BIGINT) OR (t4."rank" = ?::BIGINT))
            UNION ALL
            SELECT
              t6."time" AS "time",
              t6."actor" AS "actor",
              t6."rank" AS "rank",
              NULL::BIGINT AS "at_3"
            FROM (
              SELECT
                t5."timestamp" AS "time",
                t5."person" AS "actor",
                ?::BIGINT AS "rank"
              FROM "events_1" AS t5
              WHERE t5."event" = ?::VARCHAR
                AND ?::BIGINT <= t5."timestamp"
                AND t5."timestamp" < ?::BIGINT
            ) AS t6
            SEMI JOIN (
              SELECT
                t8."actor" AS "next_actor"
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
              GROUP BY 1
            ) AS t9
              ON t6."actor" = t9."next_actor"
          ) AS t10
        ) AS t11
        WHERE t11."rank" = ?::BIGINT
      ) AS t12
    ) AS t13
  ) AS t14
  WHERE t14."number" = ?::BIGINT
    AND NOT (t14."at_2" IS NULL)
) AS t15
GROUP BY 1
-- [One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
