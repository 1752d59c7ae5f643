WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (t13."value" = ?::VARCHAR) THEN ?::VARCHAR ELSE t13."value" END AS "value",
    t13."at_1" AS "at_1",
    t13."at_2" AS "at_2"
  FROM (
    SELECT
      coalesce(t12."touch_value", ?::VARCHAR) AS "value",
      t8."at_1" AS "at_1",
      t8."at_2" AS "at_2"
    FROM (
      SELECT
        t7."at_1" AS "at_1",
        t7."at_2" AS "at_2",
        t7."actor" AS "actor"
      FROM (
        SELECT
          t6."at_1" AS "at_1",
          t6."at_2" AS "at_2",
          t6."actor" AS "actor",
          row_number() OVER (PARTITION BY t6."actor" ORDER BY t6."depth" DESC NULLS LAST, t6."last" ASC NULLS LAST, t6."at_1" DESC NULLS LAST) AS "number"
        FROM (
          SELECT
            t5."at_1" AS "at_1",
            t5."at_2" AS "at_2",
            t5."actor" AS "actor",
            CASE WHEN (t5."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
            coalesce(t5."at_2", t5."at_1") AS "last"
          FROM (
            SELECT
              t4."time" AS "at_1",
              CASE WHEN (t4."next_at_2" <= (t4."time" + ?::BIGINT)) THEN t4."next_at_2" ELSE NULL::BIGINT END AS "at_2",
              t4."actor" AS "actor"
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
            WHERE t4."rank" = ?::BIGINT
          ) AS t5
        ) AS t6
      ) AS t7
      WHERE t7."number" = ?::BIGINT
    ) AS t8
    LEFT JOIN (
      SELECT
        t11."value" AS "touch_value",
        t11."actor" AS "touch_actor"
      FROM (
        SELECT
          t10."value" AS "value",
          t10."actor" AS "actor",
          row_number() OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST, t10."value" ASC NULLS LAST) AS "number"
        FROM (
          SELECT
            coalesce(t9."p1", ?::VARCHAR) AS "value",
            t9."person" AS "actor",
            t9."timestamp" AS "time",
            CASE WHEN (t9."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t9."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank"
          FROM "events_1" AS t9
          WHERE t9."event" IN (?::VARCHAR, ?::VARCHAR)
            AND ?::BIGINT <= t9."timestamp"
            AND t9."timestamp" < ?::BIGINT
            AND NOT (coalesce(t9."p1", ?::VARCHAR) = ?::VARCHAR)
        ) AS t10
      ) AS t11
      WHERE t11."number" = ?::BIGINT
    ) AS t12
      ON t8."actor" = t12."touch_actor"
  ) AS t13
)
SELECT
  CASE WHEN (t18."kept_value" IS NULL) THEN ?::VARCHAR ELSE t14."value" END AS "value",
  count(t14."at_1") AS "count_1",
  count(t14."at_2") AS "count_2",
  avg(TRY(t14."at_2" - t14."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t14."at_2" - t14."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM shared_1 AS t14
LEFT JOIN (
  SELECT
    t17."kept_value" AS "kept_value"
  FROM (
    SELECT
      t16."kept_value" AS "kept_value"
    FROM (
      SELECT
        t15."value" AS "kept_value",
        count(*) AS "count"
      FROM shared_1 AS t15
      GROUP BY 1
    ) AS t16
    ORDER BY t16."count" DESC NULLS LAST, t16."kept_value" ASC NULLS LAST
    LIMIT ?::BIGINT OFFSET ?::BIGINT
  ) AS t17
) AS t18
  ON t14."value" = t18."kept_value"
GROUP BY 1
-- [One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=play, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=play, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=signup, type=TEXT], One[value=play, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
