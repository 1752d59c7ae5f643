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
  t27."number" AS "number",
  t27."source" AS "source",
  t27."place" AS "place",
  t27."value" AS "value",
  t27."took" AS "took"
FROM (
  SELECT
    t26."number" AS "number",
    t26."source" AS "source",
    t26."place" AS "place",
    count(*) AS "value",
    avg(TRY(t26."time" - t26."since")) AS "took"
  FROM (
    SELECT
      t25."number" AS "number",
      lag(t25."place") OVER (PARTITION BY t25."actor", t25."session" ORDER BY t25."number" ASC NULLS LAST) AS "source",
      t25."place" AS "place",
      t25."time" AS "time",
      lag(t25."time") OVER (PARTITION BY t25."actor", t25."session" ORDER BY t25."number" ASC NULLS LAST) AS "since"
    FROM (
      SELECT
        row_number() OVER (PARTITION BY t24."actor", t24."session" ORDER BY t24."row" ASC NULLS LAST) AS "number",
        t24."place" AS "place",
        t24."time" AS "time",
        t24."actor" AS "actor",
        t24."session" AS "session"
      FROM (
        SELECT
          t23."place" AS "place",
          t23."time" AS "time",
          t23."actor" AS "actor",
          count(CASE WHEN ((t23."before" IS NULL) OR (TRY(t23."before" + ?::BIGINT) <= t23."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t23."actor" ORDER BY t23."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
          t23."row" AS "row",
          t23."before" AS "before",
          t23."before_place" AS "before_place"
        FROM (
          SELECT
            t22."place" AS "place",
            t22."time" AS "time",
            t22."actor" AS "actor",
            row_number() OVER (PARTITION BY t22."actor" ORDER BY t22."time" ASC NULLS LAST, t22."place" ASC NULLS LAST) AS "row",
            lag(t22."time") OVER (PARTITION BY t22."actor" ORDER BY t22."time" ASC NULLS LAST, t22."place" ASC NULLS LAST) AS "before",
            lag(t22."place") OVER (PARTITION BY t22."actor" ORDER BY t22."time" ASC NULLS LAST, t22."place" ASC NULLS LAST) AS "before_place"
          FROM (
            SELECT
              t3."place" AS "place",
              t3."time" AS "time",
              t3."actor" AS "actor"
            FROM (
              SELECT
                t2."event" AS "place",
                t2."timestamp" AS "time",
                t2."person" AS "actor"
              FROM "events_1" AS t2
              WHERE ((t2."event" < ?::VARCHAR) OR (?::VARCHAR <= t2."event"))
                AND ?::BIGINT <= t2."timestamp"
                AND t2."timestamp" < ?::BIGINT
                AND NOT (t2."event" = ?::VARCHAR)
            ) AS t3
            JOIN (
              SELECT
                t20."at_1" AS "funnel_from",
                ?::BIGINT AS "funnel_until",
                t20."actor" AS "funnel_actor"
              FROM (
                SELECT
                  t15."at_1" AS "at_1",
                  t15."actor" AS "actor"
                FROM (
                  SELECT
                    t14."at_1" AS "at_1",
                    t14."actor" AS "actor",
                    row_number() OVER (PARTITION BY t14."actor" ORDER BY t14."depth" DESC NULLS LAST, t14."last" ASC NULLS LAST, t14."at_1" DESC NULLS LAST, t14."at_2" ASC NULLS LAST) AS "number",
                    t14."depth" AS "depth"
                  FROM (
                    SELECT
                      t13."at_1" AS "at_1",
                      t13."actor" AS "actor",
                      CASE WHEN (t13."at_3" IS NULL) THEN CASE WHEN (t13."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
                      coalesce(t13."at_3", t13."at_2", t13."at_1") AS "last",
                      t13."at_2" AS "at_2"
                    FROM (
                      SELECT
                        t12."time" AS "at_1",
                        t12."actor" AS "actor",
                        CASE WHEN (t12."next_at_3" <= TRY(t12."time" + ?::BIGINT)) THEN t12."next_at_3" ELSE NULL::BIGINT END AS "at_3",
                        CASE WHEN (t12."next_at_2" <= TRY(t12."time" + ?::BIGINT)) THEN t12."next_at_2" ELSE NULL::BIGINT END AS "at_2"
                      FROM (
                        SELECT
                          t11."time" AS "time",
                          t11."actor" AS "actor",
                          min(CASE WHEN (t11."rank" = ?::BIGINT) THEN t11."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t11."actor" ORDER BY t11."time" ASC NULLS LAST, t11."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                          min(CASE WHEN (t11."rank" = ?::BIGINT) THEN t11."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t11."actor" ORDER BY t11."time" ASC NULLS LAST, t11."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                          t11."rank" AS "rank"
                        FROM (
                          SELECT
                            t7."time" AS "time",
                            t7."actor" AS "actor",
                            t7."rank" AS "rank",
                            t7."next_at_3" AS "at_3"
                          FROM (
                            SELECT
                              t6."time" AS "time",
                              t6."actor" AS "actor",
                              t6."rank" AS "rank",
                              min(CASE WHEN (t6."rank" = ?::BIGINT) THEN t6."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t6."actor" ORDER BY t6."time" ASC NULLS LAST, t6."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
                            FROM (
                              SELECT
                                t4."timestamp" AS "time",
                                t4."person" AS "actor",
                                ?::BIGINT AS "rank"
                              FROM "events_1" AS t4
                              WHERE t4."event" = ?::VARCHAR
                                AND ?::BIGINT <= t4."timestamp"
                                AND t4."timestamp" < ?::BIGINT
                              UNION ALL
                              SELECT
                                t5."timestamp" AS "time",
                                t5."person" AS "actor",
                                ?::BIGINT AS "rank"
                              FROM "events_1" AS t5
                              WHERE t5."event" = ?::VARCHAR
                                AND ?::BIGINT <= t5."timestamp"
                                AND t5."timestamp" < ?::BIGINT
                            ) AS t6
                          ) AS t7
                          WHERE ((t7."rank" = ?::BIGINT) OR (t7."rank" = ?::BIGINT))
                          UNION ALL
                          SELECT
                            t9."time" AS "time",
                            t9."actor" AS "actor",
                            t9."rank" AS "rank",
                            NULL::BIGINT AS "at_3"
                          FROM (
                            SELECT
                              t8."person" AS "actor",
                              t8."timestamp" AS "time",
                              ?::BIGINT AS "rank"
                            FROM "events_1" AS t8
                            WHERE t8."event" = ?::VARCHAR
                              AND ?::BIGINT <= t8."timestamp"
                              AND t8."timestamp" < ?::BIGINT
                          ) AS t9
                          SEMI JOIN shared_1 AS t10
                            ON t9."actor" = t10."next_actor"
                        ) AS t11
                      ) AS t12
                      WHERE t12."rank" = ?::BIGINT
                    ) AS t13
                  ) AS t14
                ) AS t15
                WHERE t15."number" = ?::BIGINT
                  AND t15."depth" = ?::BIGINT
                UNION ALL
                SELECT
                  t19."at_1" AS "at_1",
                  t19."actor" AS "actor"
                FROM (
                  SELECT
                    min(t17."time") AS "at_1",
                    t17."actor" AS "actor"
                  FROM (
                    SELECT
                      t16."person" AS "actor",
                      t16."timestamp" AS "time",
                      ?::BIGINT AS "rank"
                    FROM "events_1" AS t16
                    WHERE t16."event" = ?::VARCHAR
                      AND ?::BIGINT <= t16."timestamp"
                      AND t16."timestamp" < ?::BIGINT
                  ) AS t17
                  ANTI JOIN shared_1 AS t18
                    ON t17."actor" = t18."next_actor"
                  GROUP BY 2
                ) AS t19
              ) AS t20
            ) AS t21
              ON t3."actor" = t21."funnel_actor"
            WHERE t21."funnel_from" <= t3."time"
              AND t3."time" <= t21."funnel_until"
          ) AS t22
        ) AS t23
      ) AS t24
      WHERE ((t24."before" IS NULL) OR (TRY(t24."before" + ?::BIGINT) <= t24."time") OR (NOT (t24."before_place" = t24."place")))
    ) AS t25
    WHERE t25."number" <= ?::BIGINT
  ) AS t26
  WHERE NOT (t26."source" IS NULL)
  GROUP BY 1, 2, 3
) AS t27
ORDER BY t27."value" DESC NULLS LAST, t27."number" ASC NULLS LAST, t27."source" ASC NULLS LAST, t27."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$, type=TEXT], One[value=%, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=, type=TEXT], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
