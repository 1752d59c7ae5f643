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
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (t24."value" = ?::VARCHAR) THEN ?::VARCHAR ELSE t24."value" END AS "value",
    t24."at_1" AS "at_1",
    t24."at_2" AS "at_2"
  FROM (
    SELECT
      coalesce(t23."touch_value", ?::VARCHAR) AS "value",
      t19."at_1" AS "at_1",
      t19."at_2" AS "at_2"
    FROM (
      SELECT
        t14."at_1" AS "at_1",
        t14."at_2" AS "at_2",
        t14."actor" AS "actor"
      FROM (
        SELECT
          t13."at_1" AS "at_1",
          t13."at_2" AS "at_2",
          t13."actor" AS "actor",
          row_number() OVER (PARTITION BY t13."actor" ORDER BY t13."depth" DESC NULLS LAST, t13."last" ASC NULLS LAST, t13."at_1" DESC NULLS LAST) AS "number"
        FROM (
          SELECT
            t12."at_1" AS "at_1",
            t12."at_2" AS "at_2",
            t12."actor" AS "actor",
            CASE WHEN (t12."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
            coalesce(t12."at_2", t12."at_1") AS "last"
          FROM (
            SELECT
              t11."at_1" AS "at_1",
              CASE WHEN (t11."at_2" <= TRY(t11."at_1" + ?::BIGINT)) THEN t11."at_2" ELSE NULL::BIGINT END AS "at_2",
              t11."actor" AS "actor"
            FROM (
              SELECT
                t10."time" AS "at_1",
                t10."at_2" AS "at_2",
                t10."actor" AS "actor"
              FROM (
                SELECT
                  t9."time" AS "time",
                  t9."next_at_2" AS "at_2",
                  t9."actor" AS "actor",
                  t9."rank" AS "rank"
                FROM (
                  SELECT
                    t8."time" AS "time",
                    min(CASE WHEN (t8."rank" = ?::BIGINT) THEN t8."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t8."actor" ORDER BY t8."time" ASC NULLS LAST, t8."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                    t8."actor" AS "actor",
                    t8."rank" AS "rank"
                  FROM (
                    SELECT
                      t4."time" AS "time",
                      t4."actor" AS "actor",
                      t4."rank" AS "rank"
                    FROM (
                      SELECT
                        t3."person" AS "actor",
                        t3."timestamp" AS "time",
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
                    SEMI JOIN shared_1 AS t7
                      ON t6."actor" = t7."next_actor"
                  ) AS t8
                ) AS t9
                WHERE t9."rank" = ?::BIGINT
              ) AS t10
              WHERE t10."rank" = ?::BIGINT
            ) AS t11
          ) AS t12
        ) AS t13
      ) AS t14
      WHERE t14."number" = ?::BIGINT
      UNION ALL
      SELECT
        t18."at_1" AS "at_1",
        NULL::BIGINT AS "at_2",
        t18."actor" AS "actor"
      FROM (
        SELECT
          min(t16."time") AS "at_1",
          t16."actor" AS "actor"
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
        GROUP BY 2
      ) AS t18
    ) AS t19
    JOIN (
      SELECT
        t22."value" AS "touch_value",
        t22."actor" AS "touch_actor",
        t22."time" AS "touch_time"
      FROM (
        SELECT
          t21."value" AS "value",
          t21."actor" AS "actor",
          t21."time" AS "time",
          row_number() OVER (PARTITION BY t21."actor", t21."time" ORDER BY t21."rank" ASC NULLS LAST, t21."value" ASC NULLS LAST) AS "number"
        FROM (
          SELECT
            coalesce(t20."p1", ?::VARCHAR) AS "value",
            t20."person" AS "actor",
            t20."timestamp" AS "time",
            CASE WHEN (t20."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t20."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank"
          FROM "events_1" AS t20
          WHERE t20."event" IN (?::VARCHAR, ?::VARCHAR)
            AND ?::BIGINT <= t20."timestamp"
            AND t20."timestamp" < ?::BIGINT
            AND t20."event" = ?::VARCHAR
        ) AS t21
      ) AS t22
      WHERE t22."number" = ?::BIGINT
    ) AS t23
      ON t19."actor" = t23."touch_actor" AND t19."at_1" = t23."touch_time"
  ) AS t24
)
SELECT
  t30."value" AS "value",
  count(t30."at_1") AS "count_1",
  count(t30."at_2") AS "count_2",
  avg(TRY(t30."at_2" - t30."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t30."at_2" - t30."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    CASE WHEN (t29."kept_value" IS NULL) THEN ?::VARCHAR ELSE t25."value" END AS "value",
    t25."at_1" AS "at_1",
    t25."at_2" AS "at_2"
  FROM shared_2 AS t25
  LEFT JOIN (
    SELECT
      t28."kept_value" AS "kept_value"
    FROM (
      SELECT
        t27."kept_value" AS "kept_value"
      FROM (
        SELECT
          t26."value" AS "kept_value",
          count(*) AS "count"
        FROM shared_2 AS t26
        GROUP BY 1
      ) AS t27
      ORDER BY t27."count" DESC NULLS LAST, t27."kept_value" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t28
  ) AS t29
    ON t25."value" = t29."kept_value"
) AS t30
GROUP BY 1
-- [One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=pay, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=signup, type=TEXT], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
