WITH shared_1 AS MATERIALIZED (
  SELECT
    t2."actor" AS "next_actor"
  FROM (
    SELECT
      t1."timestamp" AS "time",
      t1."person" AS "actor",
      ?::BIGINT AS "rank"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
      AND t1."p1" IN (?::VARCHAR)
  ) AS t2
  GROUP BY 1
)
SELECT
  count(t16."at_1") AS "count_1",
  count(t16."at_2") AS "count_2",
  avg(TRY(t16."at_2" - t16."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t16."at_2" - t16."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    t11."at_1" AS "at_1",
    t11."at_2" AS "at_2"
  FROM (
    SELECT
      t10."at_1" AS "at_1",
      t10."at_2" AS "at_2",
      row_number() OVER (PARTITION BY t10."actor" ORDER BY t10."depth" DESC NULLS LAST, t10."last" ASC NULLS LAST, t10."at_1" DESC NULLS LAST) AS "number"
    FROM (
      SELECT
        t9."at_1" AS "at_1",
        t9."at_2" AS "at_2",
        t9."actor" AS "actor",
        CASE WHEN (t9."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
        coalesce(t9."at_2", t9."at_1") AS "last"
      FROM (
        SELECT
          t8."time" AS "at_1",
          CASE WHEN (t8."next_at_2" <= TRY(t8."time" + ?::BIGINT)) THEN t8."next_at_2" ELSE NULL::BIGINT END AS "at_2",
          t8."actor" AS "actor"
        FROM (
          SELECT
            t7."time" AS "time",
            min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
            t7."actor" AS "actor",
            t7."rank" AS "rank"
          FROM (
            SELECT
              t3."timestamp" AS "time",
              t3."person" AS "actor",
              ?::BIGINT AS "rank"
            FROM "events_1" AS t3
            WHERE t3."event" = ?::VARCHAR
              AND ?::BIGINT <= t3."timestamp"
              AND t3."timestamp" < ?::BIGINT
              AND t3."p1" IN (?::VARCHAR)
            UNION ALL
            SELECT
              t5."time" AS "time",
              t5."actor" AS "actor",
              t5."rank" AS "rank"
            FROM (
              SELECT
                t4."person" AS "actor",
                t4."timestamp" AS "time",
                ?::BIGINT AS "rank"
              FROM "events_1" AS t4
              WHERE t4."event" = ?::VARCHAR
                AND ?::BIGINT <= t4."timestamp"
                AND t4."timestamp" < ?::BIGINT
                AND t4."p1" IN (?::VARCHAR)
            ) AS t5
            SEMI JOIN shared_1 AS t6
              ON t5."actor" = t6."next_actor"
          ) AS t7
        ) AS t8
        WHERE t8."rank" = ?::BIGINT
      ) AS t9
    ) AS t10
  ) AS t11
  WHERE t11."number" = ?::BIGINT
  UNION ALL
  SELECT
    t15."at_1" AS "at_1",
    NULL::BIGINT AS "at_2"
  FROM (
    SELECT
      min(t13."time") AS "at_1"
    FROM (
      SELECT
        t12."person" AS "actor",
        t12."timestamp" AS "time",
        ?::BIGINT AS "rank"
      FROM "events_1" AS t12
      WHERE t12."event" = ?::VARCHAR
        AND ?::BIGINT <= t12."timestamp"
        AND t12."timestamp" < ?::BIGINT
        AND t12."p1" IN (?::VARCHAR)
    ) AS t13
    ANTI JOIN shared_1 AS t14
      ON t13."actor" = t14."next_actor"
    GROUP BY t13."actor"
  ) AS t15
) AS t16
-- [One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=Safari, type=TEXT], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=pay, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=Safari, type=TEXT], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=Safari, type=TEXT], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=Safari, type=TEXT]]
