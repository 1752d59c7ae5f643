WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."person" AS "person",
    t1."timestamp" AS "timestamp",
    t1."event" AS "event",
    t3."first_1" AS "first_1"
  FROM "events_1" AS t1
  LEFT JOIN (
    SELECT
      min(t2."timestamp") AS "first_1",
      t2."person" AS "person_1"
    FROM "events_1" AS t2
    WHERE t2."event" = ?::VARCHAR
      AND t2."timestamp" < ?::BIGINT
    GROUP BY 2
  ) AS t3
    ON t1."person" = t3."person_1"
),
shared_2 AS MATERIALIZED (
  SELECT
    t4."person" AS "actor",
    t4."timestamp" AS "time",
    ?::BIGINT AS "rank"
  FROM shared_1 AS t4
  WHERE t4."event" = ?::VARCHAR
    AND ?::BIGINT <= t4."timestamp"
    AND t4."timestamp" < ?::BIGINT
),
shared_3 AS MATERIALIZED (
  SELECT
    t5."person" AS "actor",
    t5."timestamp" AS "time",
    ?::BIGINT AS "rank"
  FROM shared_1 AS t5
  WHERE t5."event" = ?::VARCHAR
    AND ?::BIGINT <= t5."timestamp"
    AND t5."timestamp" < ?::BIGINT
    AND t5."event" = ?::VARCHAR
    AND t5."timestamp" = t5."first_1"
),
shared_4 AS MATERIALIZED (
  SELECT
    t6."actor" AS "next_actor"
  FROM shared_2 AS t6
  GROUP BY 1
)
SELECT
  count(t18."at_1") AS "count_1",
  count(t18."at_2") AS "count_2",
  avg(TRY(t18."at_2" - t18."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t18."at_2" - t18."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    t14."at_1" AS "at_1",
    t14."at_2" AS "at_2"
  FROM (
    SELECT
      t13."at_1" AS "at_1",
      t13."at_2" AS "at_2",
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
          t11."time" AS "at_1",
          CASE WHEN (t11."next_at_2" <= TRY(t11."time" + ?::BIGINT)) THEN t11."next_at_2" ELSE NULL::BIGINT END AS "at_2",
          t11."actor" AS "actor"
        FROM (
          SELECT
            t10."time" AS "time",
            min(CASE WHEN (t10."rank" = ?::BIGINT) THEN t10."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t10."actor" ORDER BY t10."time" ASC NULLS LAST, t10."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
            t10."actor" AS "actor",
            t10."rank" AS "rank"
          FROM (
            SELECT
              t7."time" AS "time",
              t7."actor" AS "actor",
              t7."rank" AS "rank"
            FROM shared_2 AS t7
            UNION ALL
            SELECT
              t8."time" AS "time",
              t8."actor" AS "actor",
              t8."rank" AS "rank"
            FROM shared_3 AS t8
            SEMI JOIN shared_4 AS t9
              ON t8."actor" = t9."next_actor"
          ) AS t10
        ) AS t11
        WHERE t11."rank" = ?::BIGINT
      ) AS t12
    ) AS t13
  ) AS t14
  WHERE t14."number" = ?::BIGINT
  UNION ALL
  SELECT
    t17."at_1" AS "at_1",
    NULL::BIGINT AS "at_2"
  FROM (
    SELECT
      min(t15."time") AS "at_1"
    FROM shared_3 AS t15
    ANTI JOIN shared_4 AS t16
      ON t15."actor" = t16."next_actor"
    GROUP BY t15."actor"
  ) AS t17
) AS t18
-- [One[value=signup, type=TEXT], One[value=1579046400000000, type=TIME], One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
