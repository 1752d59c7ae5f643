SELECT
  count(t10."at_1") AS "count_1",
  count(t10."at_2") AS "count_2",
  avg(TRY(t10."at_2" - t10."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t10."at_2" - t10."at_1") AS DOUBLE), 0.5) AS "median_2",
  count(t10."at_3") AS "count_3",
  avg(TRY(t10."at_3" - t10."at_2")) AS "average_3",
  quantile_cont(CAST(TRY(t10."at_3" - t10."at_2") AS DOUBLE), 0.5) AS "median_3"
FROM (
  SELECT
    t9."at_1" AS "at_1",
    t9."at_2" AS "at_2",
    t9."at_3" AS "at_3",
    row_number() OVER (PARTITION BY t9."actor" ORDER BY t9."depth" DESC NULLS LAST, t9."last" ASC NULLS LAST, t9."at_1" DESC NULLS LAST, t9."at_2" ASC NULLS LAST) AS "number"
  FROM (
    SELECT
      t8."at_1" AS "at_1",
      t8."at_2" AS "at_2",
      t8."at_3" AS "at_3",
      t8."actor" AS "actor",
      CASE WHEN (t8."at_3" IS NULL) THEN CASE WHEN (t8."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
      coalesce(t8."at_3", t8."at_2", t8."at_1") AS "last"
    FROM (
      SELECT
        t7."at_1" AS "at_1",
        CASE WHEN (t7."at_2" <= TRY(t7."at_1" + ?::BIGINT)) THEN t7."at_2" ELSE NULL::BIGINT END AS "at_2",
        CASE WHEN (t7."at_3" <= TRY(t7."at_1" + ?::BIGINT)) THEN t7."at_3" ELSE NULL::BIGINT END AS "at_3",
        t7."actor" AS "actor"
      FROM (
        SELECT
          CASE WHEN (t6."at_1" < t6."at_2") THEN t6."at_1" ELSE t6."at_2" END AS "at_1",
          CASE WHEN (t6."at_2" < t6."at_1") THEN t6."at_1" ELSE t6."at_2" END AS "at_2",
          t6."at_3" AS "at_3",
          t6."actor" AS "actor"
        FROM (
          SELECT
            t5."at_1" AS "at_1",
            CASE WHEN (t5."at_2" < t5."at_3") THEN t5."at_2" ELSE t5."at_3" END AS "at_2",
            CASE WHEN (t5."at_3" < t5."at_2") THEN t5."at_2" ELSE t5."at_3" END AS "at_3",
            t5."actor" AS "actor"
          FROM (
            SELECT
              CASE WHEN (t4."at_1" < t4."at_2") THEN t4."at_1" ELSE t4."at_2" END AS "at_1",
              CASE WHEN (t4."at_2" < t4."at_1") THEN t4."at_1" ELSE t4."at_2" END AS "at_2",
              t4."at_3" AS "at_3",
              t4."actor" AS "actor"
            FROM (
              SELECT
                CASE WHEN ((t3."rank" = ?::BIGINT) AND ((NOT (t3."rank" = ?::BIGINT)) OR (coalesce(t3."next_2_1", ?::BIGINT) <= coalesce(t3."next_1_1", ?::BIGINT))) AND ((NOT (t3."rank" = ?::BIGINT)) OR (coalesce(t3."next_3_1", ?::BIGINT) <= coalesce(t3."next_1_1", ?::BIGINT)))) THEN t3."time" ELSE coalesce(t3."next_1_1", ?::BIGINT) END AS "at_1",
                CASE WHEN ((t3."rank" = ?::BIGINT) AND ((NOT (t3."rank" = ?::BIGINT)) OR (coalesce(t3."next_1_1", ?::BIGINT) < coalesce(t3."next_2_1", ?::BIGINT))) AND ((NOT (t3."rank" = ?::BIGINT)) OR (coalesce(t3."next_3_1", ?::BIGINT) <= coalesce(t3."next_2_1", ?::BIGINT)))) THEN t3."time" ELSE coalesce(t3."next_2_1", ?::BIGINT) END AS "at_2",
                CASE WHEN ((t3."rank" = ?::BIGINT) AND ((NOT (t3."rank" = ?::BIGINT)) OR (coalesce(t3."next_1_1", ?::BIGINT) < coalesce(t3."next_3_1", ?::BIGINT))) AND ((NOT (t3."rank" = ?::BIGINT)) OR (coalesce(t3."next_2_1", ?::BIGINT) < coalesce(t3."next_3_1", ?::BIGINT)))) THEN t3."time" ELSE coalesce(t3."next_3_1", ?::BIGINT) END AS "at_3",
                t3."actor" AS "actor"
              FROM (
                SELECT
                  t2."rank" AS "rank",
                  min(CASE WHEN (t2."rank" = ?::BIGINT) THEN t2."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_2_1",
                  min(CASE WHEN (t2."rank" = ?::BIGINT) THEN t2."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_1_1",
                  min(CASE WHEN (t2."rank" = ?::BIGINT) THEN t2."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_3_1",
                  t2."time" AS "time",
                  t2."actor" AS "actor"
                FROM (
                  SELECT
                    CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END END AS "rank",
                    t1."timestamp" AS "time",
                    t1."person" AS "actor"
                  FROM "events_1" AS t1
                  WHERE t1."event" IN (?::VARCHAR, ?::VARCHAR, ?::VARCHAR)
                    AND ?::BIGINT <= t1."timestamp"
                    AND t1."timestamp" < ?::BIGINT
                ) AS t2
              ) AS t3
            ) AS t4
          ) AS t5
        ) AS t6
      ) AS t7
    ) AS t8
  ) AS t9
) AS t10
WHERE t10."number" = ?::BIGINT
-- [One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=3, type=INTEGER], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=3, type=INTEGER], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=3, type=INTEGER], One[value=1, type=INTEGER], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=2, type=INTEGER], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=4611686018427387903, type=TIME], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=3, type=INTEGER], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=pageview, type=TEXT], One[value=2, type=INTEGER], One[value=insight, type=TEXT], One[value=3, type=INTEGER], One[value=4, type=INTEGER], One[value=signup, type=TEXT], One[value=pageview, type=TEXT], One[value=insight, type=TEXT], One[value=1577836800000000, type=TIME], One[value=1579046400000000, type=TIME], One[value=1, type=INTEGER]]
