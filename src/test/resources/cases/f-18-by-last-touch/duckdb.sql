WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (t14."value" = ?::VARCHAR) THEN ?::VARCHAR ELSE t14."value" END AS "value",
    t14."at_1" AS "at_1",
    t14."at_2" AS "at_2"
  FROM (
    SELECT
      coalesce(t13."touch_value", ?::VARCHAR) AS "value",
      t9."at_1" AS "at_1",
      t9."at_2" AS "at_2"
    FROM (
      SELECT
        t8."at_1" AS "at_1",
        t8."at_2" AS "at_2",
        t8."actor" AS "actor"
      FROM (
        SELECT
          t7."at_1" AS "at_1",
          t7."at_2" AS "at_2",
          t7."actor" AS "actor",
          row_number() OVER (PARTITION BY t7."actor" ORDER BY t7."depth" DESC NULLS LAST, t7."last" ASC NULLS LAST, t7."at_1" DESC NULLS LAST) AS "number"
        FROM (
          SELECT
            t6."at_1" AS "at_1",
            t6."at_2" AS "at_2",
            t6."actor" AS "actor",
            CASE WHEN (t6."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
            coalesce(t6."at_2", t6."at_1") AS "last"
          FROM (
            SELECT
              t5."at_1" AS "at_1",
              CASE WHEN (t5."at_2" <= TRY(t5."at_1" + ?::BIGINT)) THEN t5."at_2" ELSE NULL::BIGINT END AS "at_2",
              t5."actor" AS "actor"
            FROM (
              SELECT
                t4."time" AS "at_1",
                t4."at_2" AS "at_2",
                t4."actor" AS "actor"
              FROM (
                SELECT
                  t3."time" AS "time",
                  t3."next_at_2" AS "at_2",
                  t3."actor" AS "actor",
                  t3."rank" AS "rank"
                FROM (
                  SELECT
                    t2."time" AS "time",
                    min(CASE WHEN (t2."rank" = ?::BIGINT) THEN t2."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
                    t2."actor" AS "actor",
                    t2."rank" AS "rank"
                  FROM (
                    SELECT
                      t1."timestamp" AS "time",
                      t1."person" AS "actor",
                      CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank"
                    FROM "events_1" AS t1
                    WHERE t1."event" IN (?::VARCHAR, ?::VARCHAR)
                      AND ?::BIGINT <= t1."timestamp"
                      AND t1."timestamp" < ?::BIGINT
                  ) AS t2
                ) AS t3
                WHERE t3."rank" = ?::BIGINT
              ) AS t4
              WHERE t4."rank" = ?::BIGINT
            ) AS t5
          ) AS t6
        ) AS t7
      ) AS t8
      WHERE t8."number" = ?::BIGINT
    ) AS t9
    LEFT JOIN (
      SELECT
        t12."value" AS "touch_value",
        t12."actor" AS "touch_actor"
      FROM (
        SELECT
          t11."value" AS "value",
          t11."actor" AS "actor",
          row_number() OVER (PARTITION BY t11."actor" ORDER BY t11."time" DESC NULLS LAST, t11."rank" DESC NULLS LAST, t11."value" ASC NULLS LAST) AS "number"
        FROM (
          SELECT
            coalesce(t10."p1", ?::VARCHAR) AS "value",
            t10."person" AS "actor",
            t10."timestamp" AS "time",
            CASE WHEN (t10."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t10."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank"
          FROM "events_1" AS t10
          WHERE t10."event" IN (?::VARCHAR, ?::VARCHAR)
            AND ?::BIGINT <= t10."timestamp"
            AND t10."timestamp" < ?::BIGINT
        ) AS t11
        WHERE NOT (t11."value" = ?::VARCHAR)
      ) AS t12
      WHERE t12."number" = ?::BIGINT
    ) AS t13
      ON t9."actor" = t13."touch_actor"
  ) AS t14
)
SELECT
  t20."value" AS "value",
  count(t20."at_1") AS "count_1",
  count(t20."at_2") AS "count_2",
  avg(TRY(t20."at_2" - t20."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t20."at_2" - t20."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    CASE WHEN (t19."kept_value" IS NULL) THEN ?::VARCHAR ELSE t15."value" END AS "value",
    t15."at_1" AS "at_1",
    t15."at_2" AS "at_2"
  FROM shared_1 AS t15
  LEFT JOIN (
    SELECT
      t18."kept_value" AS "kept_value"
    FROM (
      SELECT
        t17."kept_value" AS "kept_value"
      FROM (
        SELECT
          t16."value" AS "kept_value",
          count(*) AS "count"
        FROM shared_1 AS t16
        GROUP BY 1
      ) AS t17
      ORDER BY t17."count" DESC NULLS LAST, t17."kept_value" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t18
  ) AS t19
    ON t15."value" = t19."kept_value"
) AS t20
GROUP BY 1
-- [One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=pay, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=signup, type=TEXT], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=pay, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=signup, type=TEXT], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
