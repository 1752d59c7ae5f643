SELECT
  count(t8."at_1") AS "count_1",
  count(t8."at_2") AS "count_2",
  avg(TRY(t8."at_2" - t8."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t8."at_2" - t8."at_1") AS DOUBLE), 0.5) AS "median_2"
FROM (
  SELECT
    t7."at_1" AS "at_1",
    t7."at_2" AS "at_2",
    row_number() OVER (PARTITION BY t7."actor" ORDER BY t7."depth" DESC NULLS LAST, t7."clean" DESC NULLS LAST, t7."last" ASC NULLS LAST, t7."at_1" DESC NULLS LAST) AS "number",
    t7."clean" AS "clean"
  FROM (
    SELECT
      t6."at_1" AS "at_1",
      t6."at_2" AS "at_2",
      CASE WHEN ((NOT (t6."at_1" IS NULL)) AND (t6."excluded_1" < CASE WHEN (t6."at_2" IS NULL) THEN TRY(TRY(t6."at_1" + ?::BIGINT) + ?::BIGINT) ELSE t6."at_2" END)) THEN ?::BIGINT ELSE ?::BIGINT END AS "clean",
      t6."actor" AS "actor",
      CASE WHEN (t6."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END AS "depth",
      coalesce(t6."at_2", t6."at_1") AS "last"
    FROM (
      SELECT
        t5."time" AS "at_1",
        CASE WHEN (t5."next_at_2" <= TRY(t5."time" + ?::BIGINT)) THEN t5."next_at_2" ELSE NULL::BIGINT END AS "at_2",
        t5."excluded_1" AS "excluded_1",
        t5."actor" AS "actor"
      FROM (
        SELECT
          t4."time" AS "time",
          min(CASE WHEN (t4."rank" = ?::BIGINT) THEN t4."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t4."actor" ORDER BY t4."time" ASC NULLS LAST, t4."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
          t4."excluded_1" AS "excluded_1",
          t4."actor" AS "actor",
          t4."rank" AS "rank"
        FROM (
          SELECT
            t3."time" AS "time",
            min(CASE WHEN (t3."excluded" = ?::BIGINT) THEN t3."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t3."actor" ORDER BY t3."time" ASC NULLS LAST, t3."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "excluded_1",
            t3."actor" AS "actor",
            t3."rank" AS "rank",
            t3."excluded" AS "excluded"
          FROM (
            SELECT
              t1."timestamp" AS "time",
              t1."person" AS "actor",
              CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END AS "rank",
              ?::BIGINT AS "excluded"
            FROM "events_1" AS t1
            WHERE t1."event" IN (?::VARCHAR, ?::VARCHAR)
              AND ?::BIGINT <= t1."timestamp"
              AND t1."timestamp" < ?::BIGINT
            UNION ALL
            SELECT
              t2."timestamp" AS "time",
              t2."person" AS "actor",
              ?::BIGINT AS "rank",
              ?::BIGINT AS "excluded"
            FROM "events_1" AS t2
            WHERE t2."event" = ?::VARCHAR
              AND ?::BIGINT <= t2."timestamp"
              AND t2."timestamp" < ?::BIGINT
          ) AS t3
        ) AS t4
        WHERE t4."excluded" = ?::BIGINT
      ) AS t5
      WHERE t5."rank" = ?::BIGINT
    ) AS t6
  ) AS t7
) AS t8
WHERE t8."number" = ?::BIGINT
  AND t8."clean" = ?::BIGINT
-- [One[value=1209600000000, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=paid, type=TEXT], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=0, type=INTEGER], One[value=signup, type=TEXT], One[value=paid, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1621036800000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=excluded, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1621036800000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
