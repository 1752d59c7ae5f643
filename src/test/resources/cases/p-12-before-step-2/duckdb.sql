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
  t34."number" AS "number",
  t34."source" AS "source",
  t34."place" AS "place",
  t34."value" AS "value",
  t34."took" AS "took"
FROM (
  SELECT
    t33."number" AS "number",
    t33."source" AS "source",
    t33."place" AS "place",
    count(*) AS "value",
    avg(t33."took") AS "took"
  FROM (
    SELECT
      t32."number" AS "number",
      t32."source" AS "source",
      t32."place" AS "place",
      TRY(t32."time" - t32."since") AS "took"
    FROM (
      SELECT
        t31."number" AS "number",
        lag(t31."place") OVER (PARTITION BY t31."actor", t31."session" ORDER BY t31."number" ASC NULLS LAST) AS "source",
        t31."place" AS "place",
        t31."time" AS "time",
        lag(t31."time") OVER (PARTITION BY t31."actor", t31."session" ORDER BY t31."number" ASC NULLS LAST) AS "since"
      FROM (
        SELECT
          row_number() OVER (PARTITION BY t30."actor", t30."session" ORDER BY t30."row" ASC NULLS LAST) AS "number",
          t30."place" AS "place",
          t30."time" AS "time",
          t30."actor" AS "actor",
          t30."session" AS "session"
        FROM (
          SELECT
            t29."place" AS "place",
            t29."time" AS "time",
            t29."actor" AS "actor",
            count(CASE WHEN ((t29."before" IS NULL) OR (TRY(t29."before" + ?::BIGINT) <= t29."time")) THEN ?::BIGINT ELSE NULL::BIGINT END) OVER (PARTITION BY t29."actor" ORDER BY t29."row" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "session",
            t29."row" AS "row",
            t29."before" AS "before",
            t29."before_place" AS "before_place"
          FROM (
            SELECT
              t28."place" AS "place",
              t28."time" AS "time",
              t28."actor" AS "actor",
              row_number() OVER (PARTITION BY t28."actor" ORDER BY t28."time" ASC NULLS LAST, t28."place" ASC NULLS LAST) AS "row",
              lag(t28."time") OVER (PARTITION BY t28."actor" ORDER BY t28."time" ASC NULLS LAST, t28."place" ASC NULLS LAST) AS "before",
              lag(t28."place") OVER (PARTITION BY t28."actor" ORDER BY t28."time" ASC NULLS LAST, t28."place" ASC NULLS LAST) AS "before_place"
            FROM (
              SELECT
                t5."place" AS "place",
                t5."time" AS "time",
                t5."actor" AS "actor"
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
                ) AS t4
                WHERE NOT (t4."place" = ?::VARCHAR)
              ) AS t5
              JOIN (
                SELECT
                  ?::BIGINT AS "funnel_from",
                  t26."at_2" AS "funnel_until",
                  t26."actor" AS "funnel_actor"
                FROM (
                  SELECT
                    t21."at_2" AS "at_2",
                    t21."actor" AS "actor",
                    t21."depth" AS "depth"
                  FROM (
                    SELECT
                      t20."at_2" AS "at_2",
                      t20."actor" AS "actor",
                      t20."depth" AS "depth",
                      row_number() OVER (PARTITION BY t20."actor" ORDER BY t20."depth" DESC NULLS LAST, t20."last" ASC NULLS LAST, t20."at_1" DESC NULLS LAST, t20."at_2" ASC NULLS LAST) AS "number"
                    FROM (
                      SELECT
                        t19."at_2" AS "at_2",
                        t19."actor" AS "actor",
                        CASE WHEN (t19."at_3" IS NULL) THEN CASE WHEN (t19."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
                        coalesce(t19."at_3", t19."at_2", t19."at_1") AS "last",
                        t19."at_1" AS "at_1"
                      FROM (
                        SELECT
                          CASE WHEN (t18."at_2" <= TRY(t18."at_1" + ?::BIGINT)) THEN t18."at_2" ELSE NULL::BIGINT END AS "at_2",
                          t18."actor" AS "actor",
                          CASE WHEN (t18."at_3" <= TRY(t18."at_1" + ?::BIGINT)) THEN t18."at_3" ELSE NULL::BIGINT END AS "at_3",
                          t18."at_1" AS "at_1"
                        FROM (
                          SELECT
                            t17."at_2" AS "at_2",
                            t17."time" AS "at_1",
                            t17."actor" AS "actor",
                            t17."at_3" AS "at_3"
                          FROM (
                            SELECT
                              t16."next_at_2" AS "at_2",
                              t16."time" AS "time",
                              t16."actor" AS "actor",
                              t16."next_at_3" AS "at_3",
                              t16."rank" AS "rank"
                            FROM (
                              SELECT
                                min(CASE WHEN (t15."rank" = ?::BIGINT) THEN t15."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t15."actor" ORDER BY t15."time" ASC NULLS LAST, t15."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                                t15."time" AS "time",
                                t15."actor" AS "actor",
                                min(CASE WHEN (t15."rank" = ?::BIGINT) THEN t15."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t15."actor" ORDER BY t15."time" ASC NULLS LAST, t15."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
                                t15."rank" AS "rank"
                              FROM (
                                SELECT
                                  t11."time" AS "time",
                                  t11."actor" AS "actor",
                                  t11."rank" AS "rank",
                                  t11."next_at_3" AS "at_3"
                                FROM (
                                  SELECT
                                    t10."time" AS "time",
                                    t10."actor" AS "actor",
                                    t10."rank" AS "rank",
                                    min(CASE WHEN (t10."rank" = ?::BIGINT) THEN t10."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
                                  FROM (
                                    SELECT
                                      t7."time" AS "time",
                                      t7."actor" AS "actor",
                                      t7."rank" AS "rank"
                                    FROM (
                                      SELECT
                                        t6."timestamp" AS "time",
                                        t6."person" AS "actor",
                                        ?::BIGINT AS "rank"
                                      FROM "events_1" AS t6
                                      WHERE t6."event" = ?::VARCHAR
                                        AND ?::BIGINT <= t6."timestamp"
                                        AND t6."timestamp" < ?::BIGINT
                                    ) AS t7
                                    UNION ALL
                                    SELECT
                                      t9."time" AS "time",
                                      t9."actor" AS "actor",
                                      t9."rank" AS "rank"
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
                                  ) AS t10
                                ) AS t11
                                WHERE ((t11."rank" = ?::BIGINT) OR (t11."rank" = ?::BIGINT))
                                UNION ALL
                                SELECT
                                  t13."time" AS "time",
                                  t13."actor" AS "actor",
                                  t13."rank" AS "rank",
                                  NULL::BIGINT AS "at_3"
                                FROM (
                                  SELECT
                                    t12."person" AS "actor",
                                    t12."timestamp" AS "time",
                                    ?::BIGINT AS "rank"
                                  FROM "events_1" AS t12
                                  WHERE t12."event" = ?::VARCHAR
                                    AND ?::BIGINT <= t12."timestamp"
                                    AND t12."timestamp" < ?::BIGINT
                                ) AS t13
                                SEMI JOIN shared_1 AS t14
                                  ON t13."actor" = t14."next_actor"
                              ) AS t15
                            ) AS t16
                            WHERE t16."rank" = ?::BIGINT
                          ) AS t17
                          WHERE t17."rank" = ?::BIGINT
                        ) AS t18
                      ) AS t19
                    ) AS t20
                  ) AS t21
                  WHERE t21."number" = ?::BIGINT
                  UNION ALL
                  SELECT
                    NULL::BIGINT AS "at_2",
                    t25."actor" AS "actor",
                    ?::BIGINT AS "depth"
                  FROM (
                    SELECT
                      t23."actor" AS "actor"
                    FROM (
                      SELECT
                        t22."person" AS "actor",
                        t22."timestamp" AS "time",
                        ?::BIGINT AS "rank"
                      FROM "events_1" AS t22
                      WHERE t22."event" = ?::VARCHAR
                        AND ?::BIGINT <= t22."timestamp"
                        AND t22."timestamp" < ?::BIGINT
                    ) AS t23
                    ANTI JOIN shared_1 AS t24
                      ON t23."actor" = t24."next_actor"
                    GROUP BY 1
                  ) AS t25
                ) AS t26
                WHERE ?::BIGINT <= t26."depth"
              ) AS t27
                ON t5."actor" = t27."funnel_actor"
              WHERE t27."funnel_from" <= t5."time"
                AND t5."time" <= t27."funnel_until"
            ) AS t28
          ) AS t29
        ) AS t30
        WHERE (((t30."before" IS NULL) OR (TRY(t30."before" + ?::BIGINT) <= t30."time")) OR (NOT (t30."before_place" = t30."place")))
      ) AS t31
      WHERE t31."number" <= ?::BIGINT
    ) AS t32
    WHERE NOT (t32."source" IS NULL)
  ) AS t33
  GROUP BY 1, 2, 3
) AS t34
ORDER BY t34."value" DESC NULLS LAST, t34."number" ASC NULLS LAST, t34."source" ASC NULLS LAST, t34."place" ASC NULLS LAST
LIMIT ?::BIGINT OFFSET ?::BIGINT
-- [One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1800000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$, type=TEXT], One[value=%, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620432000000000, type=TIME], One[value=2, type=INTEGER], One[value=1800000000, type=INTEGER], One[value=5, type=INTEGER], One[value=50, type=INTEGER], One[value=0, type=INTEGER]]
