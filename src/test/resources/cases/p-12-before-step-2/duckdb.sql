SELECT
  t22."number" AS "number",
  t22."source" AS "source",
  t22."place" AS "place",
  t22."value" AS "value",
  t22."took" AS "took"
FROM (
  SELECT
    t21."number" AS "number",
    t21."source" AS "source",
    t21."place" AS "place",
    count(*) AS "value",
    avg(TRY(t21."time" - t21."since")) AS "took"
  FROM (
    SELECT
      t20."number" AS "number",
      lag(t20."place") OVER (PARTITION BY t20."actor", t20."session" ORDER BY t20."number" ASC NULLS LAST) AS "source",
      t20."place" AS "place",
      t20."time" AS "time",
      lag(t20."time") OVER (PARTITION BY t20."actor", t20."session" ORDER BY t20."number" ASC NULLS LAST) AS "since"
    FROM (
      SELECT
        row_number() OVER (PARTITION BY t19."actor", t19."session" ORDER BY t19."row" ASC NULLS LAST) AS "number",
        t19."place" AS "place",
        t19."time" AS "time",
        t19."actor" AS "actor",
        t19."session" AS "session"
      FROM (
        SELECT
          t18."place" AS "place",
          t18."time" AS "time",
          t18."actor" AS "actor",
          count(CASE WHEN ((t18."before" IS NULL) OR (TRY(t18."before" + ?::BIGINT) <= t18."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t18."actor" ORDER BY t18."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
          t18."row" AS "row",
          t18."before" AS "before",
          t18."before_place" AS "before_place"
        FROM (
          SELECT
            t17."place" AS "place",
            t17."time" AS "time",
            t17."actor" AS "actor",
            row_number() OVER (PARTITION BY t17."actor" ORDER BY t17."time" ASC NULLS LAST, t17."place" ASC NULLS LAST) AS "row",
            lag(t17."time") OVER (PARTITION BY t17."actor" ORDER BY t17."time" ASC NULLS LAST, t17."place" ASC NULLS LAST) AS "before",
            lag(t17."place") OVER (PARTITION BY t17."actor" ORDER BY t17."time" ASC NULLS LAST, t17."place" ASC NULLS LAST) AS "before_place"
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
                ?::BIGINT AS "funnel_from",
                t15."at_2" AS "funnel_until",
                t15."actor" AS "funnel_actor"
              FROM (
                SELECT
                  t14."at_2" AS "at_2",
                  t14."actor" AS "actor",
                  row_number() OVER (PARTITION BY t14."actor" ORDER BY t14."depth" DESC NULLS LAST, t14."last" ASC NULLS LAST, t14."at_1" DESC NULLS LAST, t14."at_2" ASC NULLS LAST) AS "number",
                  t14."depth" AS "depth"
                FROM (
                  SELECT
                    t13."at_2" AS "at_2",
                    t13."actor" AS "actor",
                    CASE WHEN (t13."at_3" IS NULL) THEN CASE WHEN (t13."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
                    coalesce(t13."at_3", t13."at_2", t13."at_1") AS "last",
                    t13."at_1" AS "at_1"
                  FROM (
                    SELECT
                      CASE WHEN (t12."next_at_2" <= TRY(t12."time" + ?::BIGINT)) THEN t12."next_at_2" ELSE NULL::BIGINT END AS "at_2",
                      t12."actor" AS "actor",
                      CASE WHEN (t12."next_at_3" <= TRY(t12."time" + ?::BIGINT)) THEN t12."next_at_3" ELSE NULL::BIGINT END AS "at_3",
                      t12."time" AS "at_1"
                    FROM (
                      SELECT
                        min(CASE WHEN (t11."rank" = ?::BIGINT) THEN t11."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t11."actor" ORDER BY t11."time" ASC NULLS LAST, t11."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                        t11."time" AS "time",
                        t11."actor" AS "actor",
                        min(CASE WHEN (t11."rank" = ?::BIGINT) THEN t11."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t11."actor" ORDER BY t11."time" ASC NULLS LAST, t11."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                        t11."rank" AS "rank"
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
                            t9."person" AS "next_actor"
                          FROM "events_1" AS t9
                          WHERE t9."event" = ?::VARCHAR
                            AND ?::BIGINT <= t9."timestamp"
                            AND t9."timestamp" < ?::BIGINT
                          GROUP BY 1
                        ) AS t10
                          ON t8."actor" = t10."next_actor"
                      ) AS t11
                    ) AS t12
                    WHERE t12."rank" = ?::BIGINT
                  ) AS t13
                ) AS t14
              ) AS t15
              WHERE t15."number" = ?::BIGINT
                AND ?::BIGINT <= t15."depth"
            ) AS t16
              ON t2."actor" = t16."funnel_actor"
            WHERE t16."funnel_from" <= t2."time"
              AND t2."time" <= t16."funnel_until"
          ) AS t17
        ) AS t18
      ) AS t19
      WHERE ((t19."before" IS NULL) OR (TRY(t19."before" + ?::BIGINT) <= t19."time") OR (NOT (t19."before_place" = t19."place")))
    ) AS t20
    WHERE t20."number" <= ?::BIGINT
  ) AS t21
  WHERE NOT (t21."source" IS NULL)
  GROUP BY 1, 2, 3
) AS t22
ORDER BY t22."value" DESC NULLS LAST, t22."number" ASC NULLS LAST, t22."source" ASC NULLS LAST, t22."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$, type=TEXT], One[value=%, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
