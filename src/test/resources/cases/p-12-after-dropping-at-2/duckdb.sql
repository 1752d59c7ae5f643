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
  t29."number" AS "number",
  t29."source" AS "source",
  t29."place" AS "place",
  t29."value" AS "value",
  t29."took" AS "took"
FROM (
  SELECT
    t28."number" AS "number",
    t28."source" AS "source",
    t28."place" AS "place",
    count(*) AS "value",
    avg(t28."took") AS "took"
  FROM (
    SELECT
      t27."number" AS "number",
      t27."source" AS "source",
      t27."place" AS "place",
      TRY(t27."time" - t27."since") AS "took"
    FROM (
      SELECT
        t26."number" AS "number",
        lag(t26."place") OVER (PARTITION BY t26."actor", t26."session" ORDER BY t26."number" ASC NULLS LAST) AS "source",
        t26."place" AS "place",
        t26."time" AS "time",
        lag(t26."time") OVER (PARTITION BY t26."actor", t26."session" ORDER BY t26."number" ASC NULLS LAST) AS "since"
      FROM (
        SELECT
          row_number() OVER (PARTITION BY t25."actor", t25."session" ORDER BY t25."row" ASC NULLS LAST) AS "number",
          t25."place" AS "place",
          t25."time" AS "time",
          t25."actor" AS "actor",
          t25."session" AS "session"
        FROM (
          SELECT
            t24."place" AS "place",
            t24."time" AS "time",
            t24."actor" AS "actor",
            count(CASE WHEN ((t24."before" IS NULL) OR (TRY(t24."before" + ?::BIGINT) <= t24."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t24."actor" ORDER BY t24."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
            t24."row" AS "row",
            t24."before" AS "before",
            t24."before_place" AS "before_place"
          FROM (
            SELECT
              t23."place" AS "place",
              t23."time" AS "time",
              t23."actor" AS "actor",
              row_number() OVER (PARTITION BY t23."actor" ORDER BY t23."time" ASC NULLS LAST, t23."place" ASC NULLS LAST) AS "row",
              lag(t23."time") OVER (PARTITION BY t23."actor" ORDER BY t23."time" ASC NULLS LAST, t23."place" ASC NULLS LAST) AS "before",
              lag(t23."place") OVER (PARTITION BY t23."actor" ORDER BY t23."time" ASC NULLS LAST, t23."place" ASC NULLS LAST) AS "before_place"
            FROM (
              SELECT
                t4."place" AS "place",
                t4."time" AS "time",
                t4."actor" AS "actor"
              FROM (
                SELECT
                  t3."event" AS "place",
                  t3."timestamp" AS "time",
                  t3."person" AS "actor"
                FROM "events_1" AS t3
                WHERE ((t3."event" < ?::VARCHAR) OR (?::VARCHAR <= t3."event"))
                  AND ?::BIGINT <= t3."timestamp"
                  AND t3."timestamp" < ?::BIGINT
                  AND NOT (t3."event" = ?::VARCHAR)
              ) AS t4
              JOIN (
                SELECT
                  t21."at_1" AS "funnel_from",
                  ?::BIGINT AS "funnel_until",
                  t21."actor" AS "funnel_actor"
                FROM (
                  SELECT
                    t16."at_1" AS "at_1",
                    t16."actor" AS "actor"
                  FROM (
                    SELECT
                      t15."at_1" AS "at_1",
                      t15."actor" AS "actor",
                      row_number() OVER (PARTITION BY t15."actor" ORDER BY t15."depth" DESC NULLS LAST, t15."last" ASC NULLS LAST, t15."at_1" DESC NULLS LAST, t15."at_2" ASC NULLS LAST) AS "number",
                      t15."depth" AS "depth"
                    FROM (
                      SELECT
                        t14."at_1" AS "at_1",
                        t14."actor" AS "actor",
                        CASE WHEN (t14."at_3" IS NULL) THEN CASE WHEN (t14."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
                        coalesce(t14."at_3", t14."at_2", t14."at_1") AS "last",
                        t14."at_2" AS "at_2"
                      FROM (
                        SELECT
                          t13."time" AS "at_1",
                          t13."actor" AS "actor",
                          CASE WHEN (t13."next_at_3" <= TRY(t13."time" + ?::BIGINT)) THEN t13."next_at_3" ELSE NULL::BIGINT END AS "at_3",
                          CASE WHEN (t13."next_at_2" <= TRY(t13."time" + ?::BIGINT)) THEN t13."next_at_2" ELSE NULL::BIGINT END AS "at_2"
                        FROM (
                          SELECT
                            t12."time" AS "time",
                            t12."actor" AS "actor",
                            min(CASE WHEN (t12."rank" = ?::BIGINT) THEN t12."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                            min(CASE WHEN (t12."rank" = ?::BIGINT) THEN t12."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
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
                                  t5."timestamp" AS "time",
                                  t5."person" AS "actor",
                                  ?::BIGINT AS "rank"
                                FROM "events_1" AS t5
                                WHERE t5."event" = ?::VARCHAR
                                  AND ?::BIGINT <= t5."timestamp"
                                  AND t5."timestamp" < ?::BIGINT
                                UNION ALL
                                SELECT
                                  t6."timestamp" AS "time",
                                  t6."person" AS "actor",
                                  ?::BIGINT AS "rank"
                                FROM "events_1" AS t6
                                WHERE t6."event" = ?::VARCHAR
                                  AND ?::BIGINT <= t6."timestamp"
                                  AND t6."timestamp" < ?::BIGINT
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
                    ) AS t15
                  ) AS t16
                  WHERE t16."number" = ?::BIGINT
                    AND t16."depth" = ?::BIGINT
                  UNION ALL
                  SELECT
                    t20."at_1" AS "at_1",
                    t20."actor" AS "actor"
                  FROM (
                    SELECT
                      min(t18."time") AS "at_1",
                      t18."actor" AS "actor"
                    FROM (
                      SELECT
                        t17."person" AS "actor",
                        t17."timestamp" AS "time",
                        ?::BIGINT AS "rank"
                      FROM "events_1" AS t17
                      WHERE t17."event" = ?::VARCHAR
                        AND ?::BIGINT <= t17."timestamp"
                        AND t17."timestamp" < ?::BIGINT
                    ) AS t18
                    ANTI JOIN shared_1 AS t19
                      ON t18."actor" = t19."next_actor"
                    GROUP BY 2
                  ) AS t20
                ) AS t21
              ) AS t22
                ON t4."actor" = t22."funnel_actor"
              WHERE t22."funnel_from" <= t4."time"
                AND t4."time" <= t22."funnel_until"
            ) AS t23
          ) AS t24
        ) AS t25
        WHERE ((t25."before" IS NULL) OR (TRY(t25."before" + ?::BIGINT) <= t25."time") OR (NOT (t25."before_place" = t25."place")))
      ) AS t26
      WHERE t26."number" <= ?::BIGINT
    ) AS t27
    WHERE NOT (t27."source" IS NULL)
  ) AS t28
  GROUP BY 1, 2, 3
) AS t29
ORDER BY t29."value" DESC NULLS LAST, t29."number" ASC NULLS LAST, t29."source" ASC NULLS LAST, t29."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$, type=TEXT], One[value=%, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=, type=TEXT], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
