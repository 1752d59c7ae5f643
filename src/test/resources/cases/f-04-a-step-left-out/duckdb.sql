WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."person" AS "next_actor"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1
)
SELECT
  count(t18."at_1") AS "count_1",
  count(t18."at_2") AS "count_2",
  avg(TRY(t18."at_2" - t18."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t18."at_2" - t18."at_1") AS DOUBLE), 0.5) AS "median_2",
  count(t18."at_3") AS "count_3",
  avg(TRY(t18."at_3" - t18."at_2")) AS "average_3",
  quantile_cont(CAST(TRY(t18."at_3" - t18."at_2") AS DOUBLE), 0.5) AS "median_3"
FROM (
  SELECT
    t13."at_1" AS "at_1",
    t13."at_2" AS "at_2",
    t13."at_3" AS "at_3"
  FROM (
    SELECT
      t12."at_1" AS "at_1",
      t12."at_2" AS "at_2",
      t12."at_3" AS "at_3",
      row_number() OVER (PARTITION BY t12."actor" ORDER BY t12."depth" DESC NULLS LAST, t12."last" ASC NULLS LAST, t12."at_1" DESC NULLS LAST, t12."at_2" ASC NULLS LAST) AS "number"
    FROM (
      SELECT
        t11."at_1" AS "at_1",
        t11."at_2" AS "at_2",
        t11."at_3" AS "at_3",
        t11."actor" AS "actor",
        CASE WHEN (t11."at_3" IS NULL) THEN CASE WHEN (t11."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
        coalesce(t11."at_3", t11."at_2", t11."at_1") AS "last"
      FROM (
        SELECT
          t10."time" AS "at_1",
          CASE WHEN (t10."next_at_2" <= TRY(t10."time" + ?::BIGINT)) THEN t10."next_at_2" ELSE NULL::BIGINT END AS "at_2",
          CASE WHEN (t10."next_at_3" <= TRY(t10."time" + ?::BIGINT)) THEN t10."next_at_3" ELSE NULL::BIGINT END AS "at_3",
          t10."actor" AS "actor"
        FROM (
          SELECT
            t9."time" AS "time",
            min(CASE WHEN (t9."rank" = ?::BIGINT) THEN t9."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t9."actor" ORDER BY t9."time" ASC NULLS LAST, t9."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
            min(CASE WHEN (t9."rank" = ?::BIGINT) THEN t9."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t9."actor" ORDER BY t9."time" ASC NULLS LAST, t9."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
            t9."actor" AS "actor",
            t9."rank" AS "rank"
          FROM (
            SELECT
              t5."time" AS "time",
              t5."actor" AS "actor",
              t5."rank" AS "rank",
              t5."next_at_3" AS "at_3"
            FROM (
              SELECT
                t4."time" AS "time",
                t4."actor" AS "actor",
                t4."rank" AS "rank",
                min(CASE WHEN (t4."rank" = ?::BIGINT) THEN t4."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t4."actor" ORDER BY t4."time" ASC NULLS LAST, t4."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
              FROM (
                SELECT
                  t2."timestamp" AS "time",
                  t2."person" AS "actor",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t2
                WHERE t2."event" = ?::VARCHAR
                  AND ?::BIGINT <= t2."timestamp"
                  AND t2."timestamp" < ?::BIGINT
                UNION ALL
                SELECT
                  t3."timestamp" AS "time",
                  t3."person" AS "actor",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t3
                WHERE t3."event" = ?::VARCHAR
                  AND ?::BIGINT <= t3."timestamp"
                  AND t3."timestamp" < ?::BIGINT
              ) AS t4
            ) AS t5
            WHERE ((t5."rank" = ?::BIGINT) OR (t5."rank" = ?::BIGINT))
            UNION ALL
            SELECT
              t7."time" AS "time",
              t7."actor" AS "actor",
              t7."rank" AS "rank",
              NULL::BIGINT AS "at_3"
            FROM (
              SELECT
                t6."person" AS "actor",
                t6."timestamp" AS "time",
                ?::BIGINT AS "rank"
              FROM "events_1" AS t6
              WHERE t6."event" = ?::VARCHAR
                AND ?::BIGINT <= t6."timestamp"
                AND t6."timestamp" < ?::BIGINT
            ) AS t7
            SEMI JOIN shared_1 AS t8
              ON t7."actor" = t8."next_actor"
          ) AS t9
        ) AS t10
        WHERE t10."rank" = ?::BIGINT
      ) AS t11
    ) AS t12
  ) AS t13
  WHERE t13."number" = ?::BIGINT
  UNION ALL
  SELECT
    t17."at_1" AS "at_1",
    NULL::BIGINT AS "at_2",
    NULL::BIGINT AS "at_3"
  FROM (
    SELECT
      min(t15."time") AS "at_1"
    FROM (
      SELECT
        t14."person" AS "actor",
        t14."timestamp" AS "time",
        ?::BIGINT AS "rank"
      FROM "events_1" AS t14
      WHERE t14."event" = ?::VARCHAR
        AND ?::BIGINT <= t14."timestamp"
        AND t14."timestamp" < ?::BIGINT
    ) AS t15
    ANTI JOIN shared_1 AS t16
      ON t15."actor" = t16."next_actor"
    GROUP BY t15."actor"
  ) AS t17
) AS t18
-- [One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=movie, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME]]
