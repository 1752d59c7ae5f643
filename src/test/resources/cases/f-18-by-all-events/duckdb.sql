WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."person" AS "next_actor",
    coalesce(t1."p1", ?::VARCHAR) AS "next_value"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1, 2
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (t15."value" = ?::VARCHAR) THEN ?::VARCHAR ELSE t15."value" END AS "value",
    t15."at_1" AS "at_1",
    t15."at_2" AS "at_2",
    t15."actor" AS "actor",
    t15."depth" AS "depth"
  FROM (
    SELECT
      t10."value" AS "value",
      t10."at_1" AS "at_1",
      t10."at_2" AS "at_2",
      t10."actor" AS "actor",
      t10."depth" AS "depth"
    FROM (
      SELECT
        t9."value" AS "value",
        t9."at_1" AS "at_1",
        t9."at_2" AS "at_2",
        t9."actor" AS "actor",
        t9."depth" AS "depth",
        row_number() OVER (PARTITION BY t9."actor", t9."value" ORDER BY t9."depth" DESC NULLS LAST, t9."last" ASC NULLS LAST, t9."at_1" DESC NULLS LAST) AS "number"
      FROM (
        SELECT
          t8."value" AS "value",
          t8."at_1" AS "at_1",
          t8."at_2" AS "at_2",
          t8."actor" AS "actor",
          CASE WHEN (t8."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
          coalesce(t8."at_2", t8."at_1") AS "last"
        FROM (
          SELECT
            t7."value" AS "value",
            t7."time" AS "at_1",
            CASE WHEN (t7."next_at_2" <= TRY(t7."time" + ?::BIGINT)) THEN t7."next_at_2" ELSE NULL::BIGINT END AS "at_2",
            t7."actor" AS "actor"
          FROM (
            SELECT
              t6."value" AS "value",
              t6."time" AS "time",
              min(CASE WHEN (t6."rank" = ?::BIGINT) THEN t6."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t6."actor", t6."value" ORDER BY t6."time" ASC NULLS LAST, t6."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
              t6."actor" AS "actor",
              t6."rank" AS "rank"
            FROM (
              SELECT
                coalesce(t2."p1", ?::VARCHAR) AS "value",
                t2."timestamp" AS "time",
                t2."person" AS "actor",
                ?::BIGINT AS "rank"
              FROM "events_1" AS t2
              WHERE t2."event" = ?::VARCHAR
                AND ?::BIGINT <= t2."timestamp"
                AND t2."timestamp" < ?::BIGINT
              UNION ALL
              SELECT
                t4."value" AS "value",
                t4."time" AS "time",
                t4."actor" AS "actor",
                t4."rank" AS "rank"
              FROM (
                SELECT
                  t3."person" AS "actor",
                  coalesce(t3."p1", ?::VARCHAR) AS "value",
                  t3."timestamp" AS "time",
                  ?::BIGINT AS "rank"
                FROM "events_1" AS t3
                WHERE t3."event" = ?::VARCHAR
                  AND ?::BIGINT <= t3."timestamp"
                  AND t3."timestamp" < ?::BIGINT
              ) AS t4
              SEMI JOIN shared_1 AS t5
                ON t4."actor" = t5."next_actor" AND t4."value" = t5."next_value"
            ) AS t6
          ) AS t7
          WHERE t7."rank" = ?::BIGINT
        ) AS t8
      ) AS t9
    ) AS t10
    WHERE t10."number" = ?::BIGINT
    UNION ALL
    SELECT
      t14."value" AS "value",
      t14."at_1" AS "at_1",
      NULL::BIGINT AS "at_2",
      t14."actor" AS "actor",
      ?::BIGINT AS "depth"
    FROM (
      SELECT
        t12."value" AS "value",
        min(t12."time") AS "at_1",
        t12."actor" AS "actor"
      FROM (
        SELECT
          t11."person" AS "actor",
          coalesce(t11."p1", ?::VARCHAR) AS "value",
          t11."timestamp" AS "time",
          ?::BIGINT AS "rank"
        FROM "events_1" AS t11
        WHERE t11."event" = ?::VARCHAR
          AND ?::BIGINT <= t11."timestamp"
          AND t11."timestamp" < ?::BIGINT
      ) AS t12
      ANTI JOIN shared_1 AS t13
        ON t12."actor" = t13."next_actor" AND t12."value" = t13."next_value"
      GROUP BY 1, 3
    ) AS t14
  ) AS t15
)
SELECT
  t22."value" AS "value",
  count(t22."at_1") AS "count_1",
  count(t22."at_2") AS "count_2",
  avg(TRY(t22."at_2" - t22."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t22."at_2" - t22."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    t21."value" AS "value",
    t21."at_1" AS "at_1",
    t21."at_2" AS "at_2",
    row_number() OVER (PARTITION BY t21."actor", t21."value" ORDER BY t21."depth" DESC NULLS LAST, t21."at_1" ASC NULLS LAST, t21."at_2" ASC NULLS LAST) AS "number"
  FROM (
    SELECT
      CASE WHEN (t20."kept_value" IS NULL) THEN ?::VARCHAR ELSE t16."value" END AS "value",
      t16."at_1" AS "at_1",
      t16."at_2" AS "at_2",
      t16."actor" AS "actor",
      t16."depth" AS "depth"
    FROM shared_2 AS t16
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
          FROM shared_2 AS t17
          GROUP BY 1
        ) AS t18
        ORDER BY t18."count" DESC NULLS LAST, t18."kept_value" ASC NULLS LAST
        LIMIT ?::BIGINT OFFSET ?::BIGINT
      ) AS t19
    ) AS t20
      ON t16."value" = t20."kept_value"
  ) AS t21
) AS t22
WHERE t22."number" = ?::BIGINT
GROUP BY 1
-- [One[value=, type=TEXT], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=, type=TEXT], One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER]]
