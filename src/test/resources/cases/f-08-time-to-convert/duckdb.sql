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
  TRY(t23."at_2" - t23."at_1") AS "took",
  count(*) AS "count"
FROM (
  SELECT
    t18."at_2" AS "at_2",
    t18."at_1" AS "at_1"
  FROM (
    SELECT
      t17."at_2" AS "at_2",
      t17."at_1" AS "at_1",
      row_number() OVER (PARTITION BY t17."actor" ORDER BY t17."depth" DESC NULLS LAST, t17."last" ASC NULLS LAST, t17."at_1" DESC NULLS LAST, t17."at_2" ASC NULLS LAST) AS "number"
    FROM (
      SELECT
        t16."at_2" AS "at_2",
        t16."at_1" AS "at_1",
        t16."actor" AS "actor",
        CASE WHEN (t16."at_3" IS NULL) THEN CASE WHEN (t16."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
        coalesce(t16."at_3", t16."at_2", t16."at_1") AS "last"
      FROM (
        SELECT
          CASE WHEN (t15."at_2" <= TRY(t15."at_1" + ?::BIGINT)) THEN t15."at_2" ELSE NULL::BIGINT END AS "at_2",
          t15."at_1" AS "at_1",
          t15."actor" AS "actor",
          CASE WHEN (t15."at_3" <= TRY(t15."at_1" + ?::BIGINT)) THEN t15."at_3" ELSE NULL::BIGINT END AS "at_3"
        FROM (
          SELECT
            t14."at_2" AS "at_2",
            t14."time" AS "at_1",
            t14."actor" AS "actor",
            t14."at_3" AS "at_3"
          FROM (
            SELECT
              t13."next_at_2" AS "at_2",
              t13."time" AS "time",
              t13."actor" AS "actor",
              t13."next_at_3" AS "at_3",
              t13."rank" AS "rank"
            FROM (
              SELECT
                min(CASE WHEN (t12."rank" = ?::BIGINT) THEN t12."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                t12."time" AS "time",
                t12."actor" AS "actor",
                min(CASE WHEN (t12."rank" = ?::BIGINT) THEN t12."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                t12."rank" AS "rank"
              FROM (
                SELECT
                  t8."time" AS "time",
                  t8."actor" AS "actor",
                  t8."rank" AS "rank",
                  t8."next_at_3" AS "at_3"
                FROM (
                  SELECT
                    t7."time" AS "time",
                    t7."actor" AS "actor",
                    t7."rank" AS "rank",
                    min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
                  FROM (
                    SELECT
                      t4."time" AS "time",
                      t4."actor" AS "actor",
                      t4."rank" AS "rank"
                    FROM (
                      SELECT
                        t3."timestamp" AS "time",
                        t3."person" AS "actor",
                        ?::BIGINT AS "rank"
                      FROM "events_1" AS t3
                      WHERE t3."event" = ?::VARCHAR
                        AND ?::BIGINT <= t3."timestamp"
                        AND t3."timestamp" < ?::BIGINT
                    ) AS t4
                    UNION ALL
                    SELECT
                      t6."time" AS "time",
                      t6."actor" AS "actor",
                      t6."rank" AS "rank"
                    FROM (
                      SELECT
                        t5."person" AS "actor",
                        t5."timestamp" AS "time",
                        ?::BIGINT AS "rank"
                      FROM "events_1" AS t5
                      WHERE t5."event" = ?::VARCHAR
                        AND ?::BIGINT <= t5."timestamp"
                        AND t5."timestamp" < ?::BIGINT
                    ) AS t6
                  ) AS t7
                ) AS t8
                WHERE ((t8."rank" = ?::BIGINT) OR (t8."rank" = ?::BIGINT))
                UNION ALL
                SELECT
                  t10."time" AS "time",
                  t10."actor" AS "actor",
                  t10."rank" AS "rank",
                  NULL::BIGINT AS "at_3"
                FROM (
                  SELECT
                    t9."person" AS "actor",
                    t9."timestamp" AS "time",
                    ?::BIGINT AS "rank"
                  FROM "events_1" AS t9
                  WHERE t9."event" = ?::VARCHAR
                    AND ?::BIGINT <= t9."timestamp"
                    AND t9."timestamp" < ?::BIGINT
                ) AS t10
                SEMI JOIN shared_1 AS t11
                  ON t10."actor" = t11."next_actor"
              ) AS t12
            ) AS t13
            WHERE t13."rank" = ?::BIGINT
          ) AS t14
          WHERE t14."rank" = ?::BIGINT
        ) AS t15
      ) AS t16
    ) AS t17
  ) AS t18
  WHERE t18."number" = ?::BIGINT
  UNION ALL
  SELECT
    NULL::BIGINT AS "at_2",
    t22."at_1" AS "at_1"
  FROM (
    SELECT
      min(t20."time") AS "at_1"
    FROM (
      SELECT
        t19."person" AS "actor",
        t19."timestamp" AS "time",
        ?::BIGINT AS "rank"
      FROM "events_1" AS t19
      WHERE t19."event" = ?::VARCHAR
        AND ?::BIGINT <= t19."timestamp"
        AND t19."timestamp" < ?::BIGINT
    ) AS t20
    ANTI JOIN shared_1 AS t21
      ON t20."actor" = t21."next_actor"
    GROUP BY t20."actor"
  ) AS t22
) AS t23
WHERE NOT (t23."at_2" IS NULL)
GROUP BY 1
-- [One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME]]
