SELECT
  count(t9."at_1") AS "count_1",
  count(t9."at_2") AS "count_2",
  avg(TRY(t9."at_2" - t9."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t9."at_2" - t9."at_1") AS DOUBLE), 0.5) AS "median_2",
  count(t9."at_3") AS "count_3",
  avg(TRY(t9."at_3" - t9."at_2")) AS "average_3",
  quantile_cont(CAST(TRY(t9."at_3" - t9."at_2") AS DOUBLE), 0.5) AS "median_3"
FROM (
  SELECT
    t8."at_1" AS "at_1",
    t8."at_2" AS "at_2",
    t8."at_3" AS "at_3",
    row_number() OVER (PARTITION BY t8."actor" ORDER BY t8."depth" DESC NULLS LAST, t8."last" ASC NULLS LAST, t8."at_1" DESC NULLS LAST, t8."at_2" ASC NULLS LAST) AS "number"
  FROM (
    SELECT
      t7."at_1" AS "at_1",
      t7."at_2" AS "at_2",
      t7."at_3" AS "at_3",
      t7."actor" AS "actor",
      CASE WHEN (t7."at_3" IS NULL) THEN CASE WHEN (t7."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
      coalesce(t7."at_3", t7."at_2", t7."at_1") AS "last"
    FROM (
      SELECT
        t6."time" AS "at_1",
        CASE WHEN (t6."next_at_2" <= (t6."time" + ?::BIGINT)) THEN t6."next_at_2" ELSE NULL::BIGINT END AS "at_2",
        CASE WHEN (t6."next_at_3" <= (t6."time" + ?::BIGINT)) THEN t6."next_at_3" ELSE NULL::BIGINT END AS "at_3",
        t6."actor" AS "actor"
      FROM (
        SELECT
          t5."time" AS "time",
          min(CASE WHEN t5."is_2" THEN t5."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t5."actor" ORDER BY t5."place" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
          min(CASE WHEN t5."is_2" THEN t5."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t5."actor" ORDER BY t5."place" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
          t5."actor" AS "actor",
          t5."is_1" AS "is_1"
        FROM (
          SELECT
            t4."time" AS "time",
            t4."actor" AS "actor",
            t4."is_1" AS "is_1",
            t4."place" AS "place",
            t4."is_2" AS "is_2",
            t4."next_at_3" AS "at_3"
          FROM (
            SELECT
              t3."time" AS "time",
              t3."actor" AS "actor",
              t3."is_1" AS "is_1",
              t3."place" AS "place",
              t3."is_2" AS "is_2",
              min(CASE WHEN t3."is_3" THEN t3."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t3."actor" ORDER BY t3."place" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
            FROM (
              SELECT
                t2."time" AS "time",
                t2."actor" AS "actor",
                t2."is_1" AS "is_1",
                row_number() OVER (PARTITION BY t2."actor" ORDER BY t2."time" ASC NULLS LAST, t2."rank" ASC NULLS LAST) AS "place",
                t2."is_2" AS "is_2",
                t2."is_3" AS "is_3"
              FROM (
                SELECT
                  t1."timestamp" AS "time",
                  t1."person" AS "actor",
                  coalesce((t1."event" = ?::VARCHAR), ?::BOOLEAN) AS "is_1",
                  coalesce((t1."event" = ?::VARCHAR), ?::BOOLEAN) AS "is_2",
                  coalesce((t1."event" = ?::VARCHAR), ?::BOOLEAN) AS "is_3",
                  TRY(TRY(TRY(CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END END + CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END) + CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END) + CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END) AS "rank"
                FROM "events_1" AS t1
                WHERE t1."event" IN (?::VARCHAR)
                  AND ?::BIGINT <= t1."timestamp"
                  AND t1."timestamp" < ?::BIGINT
              ) AS t2
            ) AS t3
          ) AS t4
          WHERE (t4."is_1" OR t4."is_2")
        ) AS t5
      ) AS t6
      WHERE t6."is_1"
    ) AS t7
  ) AS t8
) AS t9
WHERE t9."number" = ?::BIGINT
-- [One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=step one, type=TEXT], One[value=false, type=BOOLEAN], One[value=step one, type=TEXT], One[value=false, type=BOOLEAN], One[value=step one, type=TEXT], One[value=false, type=BOOLEAN], One[value=step one, type=TEXT], One[value=8, type=INTEGER], One[value=step one, type=TEXT], One[value=16, type=INTEGER], One[value=step one, type=TEXT], One[value=24, type=INTEGER], One[value=32, type=INTEGER], One[value=step one, type=TEXT], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=step one, type=TEXT], One[value=2, type=INTEGER], One[value=0, type=INTEGER], One[value=step one, type=TEXT], One[value=4, type=INTEGER], One[value=0, type=INTEGER], One[value=step one, type=TEXT], One[value=1623024000000000, type=TIME], One[value=1623628800000000, type=TIME], One[value=1, type=INTEGER]]
