WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (t15."value" = ?::VARCHAR) THEN ?::VARCHAR ELSE t15."value" END AS "value",
    t15."at_1" AS "at_1",
    t15."at_2" AS "at_2"
  FROM (
    SELECT
      coalesce(t14."touch_value", ?::VARCHAR) AS "value",
      t10."at_1" AS "at_1",
      t10."at_2" AS "at_2"
    FROM (
      SELECT
        t9."at_1" AS "at_1",
        t9."at_2" AS "at_2",
        t9."actor" AS "actor"
      FROM (
        SELECT
          t8."at_1" AS "at_1",
          t8."at_2" AS "at_2",
          t8."actor" AS "actor",
          row_number() OVER (PARTITION BY t8."actor" ORDER BY t8."depth" DESC NULLS LAST, t8."last" ASC NULLS LAST, t8."at_1" DESC NULLS LAST) AS "number"
        FROM (
          SELECT
            t7."at_1" AS "at_1",
            t7."at_2" AS "at_2",
            t7."actor" AS "actor",
            CASE WHEN (t7."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
            coalesce(t7."at_2", t7."at_1") AS "last"
          FROM (
            SELECT
              t6."at_1" AS "at_1",
              CASE WHEN (t6."at_2" <= TRY(t6."at_1" + ?::BIGINT)) THEN t6."at_2" ELSE NULL::BIGINT END AS "at_2",
              t6."actor" AS "actor"
            FROM (
              SELECT
                t5."time" AS "at_1",
                t5."at_2" AS "at_2",
                t5."actor" AS "actor"
              FROM (
                SELECT
                  t4."time" AS "time",
                  t4."next_at_2" AS "at_2",
                  t4."actor" AS "actor",
                  t4."rank" AS "rank"
                FROM (
                  SELECT
                    t3."time" AS "time",
                    lag(CASE WHEN (t3."rank" = ?::BIGINT) THEN t3."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t3."actor" ORDER BY t3."place" DESC NULLS LAST) AS "next_at_2",
                    t3."actor" AS "actor",
                    t3."rank" AS "rank"
                  FROM (
                    SELECT
                      t2."time" AS "time",
                      t2."actor" AS "actor",
                      t2."rank" AS "rank",
                      row_number() OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST) AS "place"
                    FROM (
                      SELECT
                        t1."timestamp" AS "time",
                        t1."person" AS "actor",
                        CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank"
                      FROM "events_1" AS t1
                      WHERE ?::BIGINT <= t1."timestamp"
                        AND t1."timestamp" < ?::BIGINT
                    ) AS t2
                  ) AS t3
                ) AS t4
              ) AS t5
              WHERE t5."rank" = ?::BIGINT
            ) AS t6
          ) AS t7
        ) AS t8
      ) AS t9
      WHERE t9."number" = ?::BIGINT
    ) AS t10
    LEFT JOIN (
      SELECT
        t13."value" AS "touch_value",
        t13."actor" AS "touch_actor"
      FROM (
        SELECT
          t12."value" AS "value",
          t12."actor" AS "actor",
          row_number() OVER (PARTITION BY t12."actor" ORDER BY t12."time" ASC NULLS LAST, t12."rank" ASC NULLS LAST, t12."value" ASC NULLS LAST) AS "number"
        FROM (
          SELECT
            coalesce(t11."p1", ?::VARCHAR) AS "value",
            t11."person" AS "actor",
            t11."timestamp" AS "time",
            CASE WHEN (t11."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t11."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank"
          FROM "events_1" AS t11
          WHERE t11."event" IN (?::VARCHAR, ?::VARCHAR)
            AND ?::BIGINT <= t11."timestamp"
            AND t11."timestamp" < ?::BIGINT
        ) AS t12
        WHERE NOT (t12."value" = ?::VARCHAR)
      ) AS t13
      WHERE t13."number" = ?::BIGINT
    ) AS t14
      ON t10."actor" = t14."touch_actor"
  ) AS t15
)
SELECT
  t21."value" AS "value",
  count(t21."at_1") AS "count_1",
  count(t21."at_2") AS "count_2",
  avg(TRY(t21."at_2" - t21."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t21."at_2" - t21."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    CASE WHEN (t20."kept_value" IS NULL) THEN ?::VARCHAR ELSE t16."value" END AS "value",
    t16."at_1" AS "at_1",
    t16."at_2" AS "at_2"
  FROM shared_1 AS t16
  LEFT JOIN (
    SELECT
      t19."kept_value" AS "kept_value"
    FROM (
      SELECT
        t18."kept_value" AS "kept_value"
      FROM (
        SELECT
          t17."value" AS "kept_value",
          count(*) AS "count"
        FROM shared_1 AS t17
        GROUP BY 1
      ) AS t18
      ORDER BY t18."count" DESC NULLS LAST, t18."kept_value" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t19
  ) AS t20
    ON t16."value" = t20."kept_value"
) AS t21
GROUP BY 1
-- [One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=play, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=play, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=signup, type=TEXT], One[value=play, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
