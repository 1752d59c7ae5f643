SELECT
  TRY(t13."at_2" - t13."at_1") AS "took",
  count(*) AS "count"
FROM (
  SELECT
    t12."at_2" AS "at_2",
    t12."at_1" AS "at_1",
    row_number() OVER (PARTITION BY t12."actor" ORDER BY t12."depth" DESC NULLS LAST, t12."last" ASC NULLS LAST, t12."at_1" DESC NULLS LAST, t12."at_2" ASC NULLS LAST) AS "number"
  FROM (
    SELECT
      t11."at_2" AS "at_2",
      t11."at_1" AS "at_1",
      t11."actor" AS "actor",
      CASE WHEN (t11."at_3" IS NULL) THEN CASE WHEN (t11."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
      coalesce(t11."at_3", t11."at_2", t11."at_1") AS "last"
    FROM (
      SELECT
        CASE WHEN (t10."next_at_2" <= TRY(t10."time" + ?::BIGINT)) THEN t10."next_at_2" ELSE NULL::BIGINT END AS "at_2",
        t10."time" AS "at_1",
        t10."actor" AS "actor",
        CASE WHEN (t10."next_at_3" <= TRY(t10."time" + ?::BIGINT)) THEN t10."next_at_3" ELSE NULL::BIGINT END AS "at_3"
      FROM (
        SELECT
          min(CASE WHEN (t9."rank" = ?::BIGINT) THEN t9."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t9."actor" ORDER BY t9."time" ASC NULLS LAST, t9."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
          t9."time" AS "time",
          t9."actor" AS "actor",
          min(CASE WHEN (t9."rank" = ?::BIGINT) THEN t9."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t9."actor" ORDER BY t9."time" ASC NULLS LAST, t9."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
          t9."rank" AS "rank"
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
              t7."person" AS "next_actor"
            FROM "events_1" AS t7
            WHERE t7."event" = ?::VARCHAR
              AND ?::BIGINT <= t7."timestamp"
              AND t7."timestamp" < ?::BIGINT
            GROUP BY 1
          ) AS t8
            ON t6."actor" = t8."next_actor"
        ) AS t9
      ) AS t10
      WHERE t10."rank" = ?::BIGINT
    ) AS t11
  ) AS t12
) AS t13
WHERE t13."number" = ?::BIGINT
  AND NOT (t13."at_2" IS NULL)
GROUP BY 1
-- [One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=step two, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
