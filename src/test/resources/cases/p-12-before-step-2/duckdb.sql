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
    avg(t21."took") AS "took"
  FROM (
    SELECT
      t20."number" AS "number",
      t20."source" AS "source",
      t20."place" AS "place",
      TRY(t20."time" - t20."since") AS "took"
    FROM (
      SELECT
        t19."number" AS "number",
        lag(t19."place") OVER (PARTITION BY t19."actor", t19."session" ORDER BY t19."number" ASC NULLS LAST) AS "source",
        t19."place" AS "place",
        t19."time" AS "time",
        lag(t19."time") OVER (PARTITION BY t19."actor", t19."session" ORDER BY t19."number" ASC NULLS LAST) AS "since"
      FROM (
        SELECT
          row_number() OVER (PARTITION BY t18."actor", t18."session" ORDER BY t18."row" ASC NULLS LAST) AS "number",
          t18."place" AS "place",
          t18."time" AS "time",
          t18."actor" AS "actor",
          t18."session" AS "session"
        FROM (
          SELECT
            t17."place" AS "place",
            t17."time" AS "time",
            t17."actor" AS "actor",
            count(CASE WHEN ((t17."before" IS NULL) OR (TRY(t17."before" + ?::BIGINT) <= t17."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t17."actor" ORDER BY t17."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
            t17."row" AS "row",
            t17."before" AS "before",
            t17."before_place" AS "before_place"
          FROM (
            SELECT
              t16."place" AS "place",
              t16."time" AS "time",
              t16."actor" AS "actor",
              row_number() OVER (PARTITION BY t16."actor" ORDER BY t16."time" ASC NULLS LAST, t16."place" ASC NULLS LAST) AS "row",
              lag(t16."time") OVER (PARTITION BY t16."actor" ORDER BY t16."time" ASC NULLS LAST, t16."place" ASC NULLS LAST) AS "before",
              lag(t16."place") OVER (PARTITION BY t16."actor" ORDER BY t16."time" ASC NULLS LAST, t16."place" ASC NULLS LAST) AS "before_place"
            FROM (
              SELECT
                t3."place" AS "place",
                t3."time" AS "time",
                t3."actor" AS "actor"
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
                ) AS t2
                WHERE NOT (t2."place" = ?::VARCHAR)
              ) AS t3
              JOIN (
                SELECT
                  ?::BIGINT AS "funnel_from",
                  t14."at_2" AS "funnel_until",
                  t14."actor" AS "funnel_actor"
                FROM (
                  SELECT
                    t13."at_2" AS "at_2",
                    t13."actor" AS "actor",
                    t13."depth" AS "depth"
                  FROM (
                    SELECT
                      t12."at_2" AS "at_2",
                      t12."actor" AS "actor",
                      t12."depth" AS "depth",
                      row_number() OVER (PARTITION BY t12."actor" ORDER BY t12."depth" DESC NULLS LAST, t12."last" ASC NULLS LAST, t12."at_1" DESC NULLS LAST, t12."at_2" ASC NULLS LAST) AS "number"
                    FROM (
                      SELECT
                        t11."at_2" AS "at_2",
                        t11."actor" AS "actor",
                        CASE WHEN (t11."at_3" IS NULL) THEN CASE WHEN (t11."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
                        coalesce(t11."at_3", t11."at_2", t11."at_1") AS "last",
                        t11."at_1" AS "at_1"
                      FROM (
                        SELECT
                          CASE WHEN (t10."at_2" <= TRY(t10."at_1" + ?::BIGINT)) THEN t10."at_2" ELSE NULL::BIGINT END AS "at_2",
                          t10."actor" AS "actor",
                          CASE WHEN (t10."at_3" <= TRY(t10."at_1" + ?::BIGINT)) THEN t10."at_3" ELSE NULL::BIGINT END AS "at_3",
                          t10."at_1" AS "at_1"
                        FROM (
                          SELECT
                            t9."at_2" AS "at_2",
                            t9."time" AS "at_1",
                            t9."actor" AS "actor",
                            t9."at_3" AS "at_3"
                          FROM (
                            SELECT
                              t8."next_at_2" AS "at_2",
                              t8."time" AS "time",
                              t8."actor" AS "actor",
                              t8."next_at_3" AS "at_3",
                              t8."rank" AS "rank"
                            FROM (
                              SELECT
                                min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                                t7."time" AS "time",
                                t7."actor" AS "actor",
                                min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                                t7."rank" AS "rank"
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
                                      t4."timestamp" AS "time",
                                      t4."person" AS "actor",
                                      CASE WHEN (t4."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t4."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t4."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END END AS "rank"
                                    FROM "events_1" AS t4
                                    WHERE t4."event" IN (?::VARCHAR, ?::VARCHAR, ?::VARCHAR)
                                      AND ?::BIGINT <= t4."timestamp"
                                      AND t4."timestamp" < ?::BIGINT
                                  ) AS t5
                                ) AS t6
                                WHERE ((t6."rank" = ?::BIGINT) OR (t6."rank" = ?::BIGINT))
                              ) AS t7
                            ) AS t8
                            WHERE t8."rank" = ?::BIGINT
                          ) AS t9
                          WHERE t9."rank" = ?::BIGINT
                        ) AS t10
                      ) AS t11
                    ) AS t12
                  ) AS t13
                  WHERE t13."number" = ?::BIGINT
                ) AS t14
                WHERE ?::BIGINT <= t14."depth"
              ) AS t15
                ON t3."actor" = t15."funnel_actor"
              WHERE t15."funnel_from" <= t3."time"
                AND t3."time" <= t15."funnel_until"
            ) AS t16
          ) AS t17
        ) AS t18
        WHERE (((t18."before" IS NULL) OR (TRY(t18."before" + ?::BIGINT) <= t18."time")) OR (NOT (t18."before_place" = t18."place")))
      ) AS t19
      WHERE t19."number" <= ?::BIGINT
    ) AS t20
    WHERE NOT (t20."source" IS NULL)
  ) AS t21
  GROUP BY 1, 2, 3
) AS t22
ORDER BY t22."value" DESC NULLS LAST, t22."number" ASC NULLS LAST, t22."source" ASC NULLS LAST, t22."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$, type=TEXT], One[value=%, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=step one, type=TEXT], One[value=1, type=INTEGER], One[value=step two, type=TEXT], One[value=2, type=INTEGER], One[value=step three, type=TEXT], One[value=3, type=INTEGER], One[value=4, type=INTEGER], One[value=step one, type=TEXT], One[value=step two, type=TEXT], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
