WITH shared_1 AS MATERIALIZED (
  SELECT
    t2."actor" AS "next_actor"
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
  GROUP BY 1
)
SELECT
  count(t19."at_1") AS "count_1",
  count(t19."at_2") AS "count_2",
  avg(TRY(t19."at_2" - t19."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t19."at_2" - t19."at_1") AS DOUBLE), 0.5) AS "median_2",
  count(t19."at_3") AS "count_3",
  avg(TRY(t19."at_3" - t19."at_2")) AS "average_3",
  quantile_cont(CAST(TRY(t19."at_3" - t19."at_2") AS DOUBLE), 0.5) AS "median_3"
FROM (
  SELECT
    t14."at_1" AS "at_1",
    t14."at_2" AS "at_2",
    t14."at_3" AS "at_3"
  FROM (
    SELECT
      t13."at_1" AS "at_1",
      t13."at_2" AS "at_2",
      t13."at_3" AS "at_3",
      row_number() OVER (PARTITION BY t13."actor" ORDER BY t13."depth" DESC NULLS LAST, t13."last" ASC NULLS LAST, t13."at_1" DESC NULLS LAST, t13."at_2" ASC NULLS LAST) AS "number"
    FROM (
      SELECT
        t12."at_1" AS "at_1",
        t12."at_2" AS "at_2",
        t12."at_3" AS "at_3",
        t12."actor" AS "actor",
        CASE WHEN (t12."at_3" IS NULL) THEN CASE WHEN (t12."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
        coalesce(t12."at_3", t12."at_2", t12."at_1") AS "last"
      FROM (
        SELECT
          t11."time" AS "at_1",
          CASE WHEN (t11."next_at_2" <= TRY(t11."time" + ?::BIGINT)) THEN t11."next_at_2" ELSE NULL::BIGINT END AS "at_2",
          CASE WHEN (t11."next_at_3" <= TRY(t11."time" + ?::BIGINT)) THEN t11."next_at_3" ELSE NULL::BIGINT END AS "at_3",
          t11."actor" AS "actor"
        FROM (
          SELECT
            t10."time" AS "time",
            min(CASE WHEN (t10."rank" = ?::BIGINT) THEN t10."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
            min(CASE WHEN (t10."rank" = ?::BIGINT) THEN t10."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
            t10."actor" AS "actor",
            t10."rank" AS "rank"
          FROM (
            SELECT
              t6."time" AS "time",
              t6."actor" AS "actor",
              t6."rank" AS "rank",
              t6."next_at_3" AS "at_3"
            FROM (
              SELECT
                t5."time" AS "time",
                t5."actor" AS "actor",
                t5."rank" AS "rank",
                min(CASE WHEN (t5."rank" = ?::BIGINT) THEN t5."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t5."actor" ORDER BY t5."time" ASC NULLS LAST, t5."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
              FROM (
                SELECT
                  t3."timestamp" AS "time",
                  t3."person" AS "actor",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t3
                WHERE t3."event" = ?::VARCHAR
                  AND ?::BIGINT <= t3."timestamp"
                  AND t3."timestamp" < ?::BIGINT
                UNION ALL
                SELECT
                  t4."timestamp" AS "time",
                  t4."person" AS "actor",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t4
                WHERE t4."event" = ?::VARCHAR
                  AND ?::BIGINT <= t4."timestamp"
                  AND t4."timestamp" < ?::BIGINT
              ) AS t5
            ) AS t6
            WHERE ((t6."rank" = ?::BIGINT) OR (t6."rank" = ?::BIGINT))
            UNION ALL
            SELECT
              t8."time" AS "time",
              t8."actor" AS "actor",
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
            SEMI JOIN shared_1 AS t9
              ON t8."actor" = t9."next_actor"
          ) AS t10
        ) AS t11
        WHERE t11."rank" = ?::BIGINT
      ) AS t12
    ) AS t13
  ) AS t14
  WHERE t14."number" = ?::BIGINT
  UNION ALL
  SELECT
    t18."at_1" AS "at_1",
    NULL::BIGINT AS "at_2",
    NULL::BIGINT AS "at_3"
  FROM (
    SELECT
      min(t16."time") AS "at_1"
    FROM (
      SELECT
        t15."person" AS "actor",
        t15."timestamp" AS "time",
        ?::BIGINT AS "rank"
      FROM "events_1" AS t15
      WHERE t15."event" = ?::VARCHAR
        AND ?::BIGINT <= t15."timestamp"
        AND t15."timestamp" < ?::BIGINT
    ) AS t16
    ANTI JOIN shared_1 AS t17
      ON t16."actor" = t17."next_actor"
    GROUP BY t16."actor"
  ) AS t18
) AS t19
-- [One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=movie, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME]]
