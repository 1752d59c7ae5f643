SELECT
  t24."number" AS "number",
  t24."source" AS "source",
  t24."place" AS "place",
  t24."value" AS "value",
  t24."took" AS "took"
FROM (
  SELECT
    t23."number" AS "number",
    t23."source" AS "source",
    t23."place" AS "place",
    count(*) AS "value",
    avg(t23."took") AS "took"
  FROM (
    SELECT
      t22."number" AS "number",
      t22."source" AS "source",
      t22."place" AS "place",
      TRY(t22."time" - t22."since") AS "took"
    FROM (
      SELECT
        t21."number" AS "number",
        lag(t21."place") OVER (PARTITION BY t21."actor", t21."session" ORDER BY t21."number" ASC NULLS LAST) AS "source",
        t21."place" AS "place",
        t21."time" AS "time",
        lag(t21."time") OVER (PARTITION BY t21."actor", t21."session" ORDER BY t21."number" ASC NULLS LAST) AS "since"
      FROM (
        SELECT
          row_number() OVER (PARTITION BY t20."actor", t20."session" ORDER BY t20."row" ASC NULLS LAST) AS "number",
          t20."place" AS "place",
          t20."time" AS "time",
          t20."actor" AS "actor",
          t20."session" AS "session"
        FROM (
          SELECT
            t19."place" AS "place",
            t19."time" AS "time",
            t19."actor" AS "actor",
            count(CASE WHEN ((t19."before" IS NULL) OR (TRY(t19."before" + ?::BIGINT) <= t19."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t19."actor" ORDER BY t19."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
            t19."row" AS "row",
            t19."before" AS "before",
            t19."before_place" AS "before_place"
          FROM (
            SELECT
              t18."place" AS "place",
              t18."time" AS "time",
              t18."actor" AS "actor",
              row_number() OVER (PARTITION BY t18."actor" ORDER BY t18."time" ASC NULLS LAST, t18."place" ASC NULLS LAST) AS "row",
              lag(t18."time") OVER (PARTITION BY t18."actor" ORDER BY t18."time" ASC NULLS LAST, t18."place" ASC NULLS LAST) AS "before",
              lag(t18."place") OVER (PARTITION BY t18."actor" ORDER BY t18."time" ASC NULLS LAST, t18."place" ASC NULLS LAST) AS "before_place"
            FROM (
              SELECT
                t2."place" AS "place",
                t2."time" AS "time",
                t2."actor" AS "actor"
              FROM (
                SELECT
                  t1."event" AS "place",
                  t1."timestamp" AS "time",
                  t1."person" AS "actor"
                FROM "events_1" AS t1
                WHERE ((t1."event" < ?::VARCHAR) OR (?::VARCHAR <= t1."event"))
                  AND ?::BIGINT <= t1."timestamp"
                  AND t1."timestamp" < ?::BIGINT
                  AND NOT (t1."event" = ?::VARCHAR)
              ) AS t2
              JOIN (
                SELECT
                  t16."at_1" AS "funnel_from",
                  t16."at_2" AS "funnel_until",
                  t16."actor" AS "funnel_actor"
                FROM (
                  SELECT
                    t15."at_1" AS "at_1",
                    t15."at_2" AS "at_2",
                    t15."actor" AS "actor",
                    row_number() OVER (PARTITION BY t15."actor" ORDER BY t15."depth" DESC NULLS LAST, t15."last" ASC NULLS LAST, t15."at_1" DESC NULLS LAST, t15."at_2" ASC NULLS LAST) AS "number",
                    t15."depth" AS "depth"
                  FROM (
                    SELECT
                      t14."at_1" AS "at_1",
                      t14."at_2" AS "at_2",
                      t14."actor" AS "actor",
                      CASE WHEN (t14."at_3" IS NULL) THEN CASE WHEN (t14."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
                      coalesce(t14."at_3", t14."at_2", t14."at_1") AS "last"
                    FROM (
                      SELECT
                        t13."time" AS "at_1",
                        CASE WHEN (t13."next_at_2" <= TRY(t13."time" + ?::BIGINT)) THEN t13."next_at_2" ELSE NULL::BIGINT END AS "at_2",
                        t13."actor" AS "actor",
                        CASE WHEN (t13."next_at_3" <= TRY(t13."time" + ?::BIGINT)) THEN t13."next_at_3" ELSE NULL::BIGINT END AS "at_3"
                      FROM (
                        SELECT
                          t12."time" AS "time",
                          min(CASE WHEN (t12."rank" = ?::BIGINT) THEN t12."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                          t12."actor" AS "actor",
                          min(CASE WHEN (t12."rank" = ?::BIGINT) THEN t12."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                          t12."rank" AS "rank"
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
                              t7."timestamp" AS "time",
                              t7."person" AS "actor",
                              ?::BIGINT AS "rank"
                            FROM "events_1" AS t7
                            WHERE t7."event" = ?::VARCHAR
                              AND ?::BIGINT <= t7."timestamp"
                              AND t7."timestamp" < ?::BIGINT
                          ) AS t8
                          SEMI JOIN (
                            SELECT
                              t10."actor" AS "next_actor"
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
                            GROUP BY 1
                          ) AS t11
                            ON t8."actor" = t11."next_actor"
                        ) AS t12
                      ) AS t13
                      WHERE t13."rank" = ?::BIGINT
                    ) AS t14
                  ) AS t15
                ) AS t16
                WHERE t16."number" = ?::BIGINT
                  AND ?::BIGINT <= t16."depth"
              ) AS t17
                ON t2."actor" = t17."funnel_actor"
              WHERE t17."funnel_from" <= t2."time"
                AND t2."time" <= t17."funnel_until"
            ) AS t18
          ) AS t19
        ) AS t20
        WHERE ((t20."before" IS NULL) OR (TRY(t20."before" + ?::BIGINT) <= t20."time") OR (NOT (t20."before_place" = t20."place")))
      ) AS t21
      WHERE t21."number" <= ?::BIGINT
    ) AS t22
    WHERE NOT (t22."source" IS NULL)
  ) AS t23
  GROUP BY 1, 2, 3
) AS t24
ORDER BY t24."value" DESC NULLS LAST, t24."number" ASC NULLS LAST, t24."source" ASC NULLS LAST, t24."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$, type=TEXT], One[value=%, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
