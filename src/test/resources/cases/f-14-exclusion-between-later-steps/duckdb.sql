SELECT
  count(t11."at_1") AS "count_1",
  count(t11."at_2") AS "count_2",
  avg(TRY(t11."at_2" - t11."at_1")) AS "average_2",
  quantile_cont(CAST(TRY(t11."at_2" - t11."at_1") AS DOUBLE), 0.5) AS "median_2",
  count(t11."at_3") AS "count_3",
  avg(TRY(t11."at_3" - t11."at_2")) AS "average_3",
  quantile_cont(CAST(TRY(t11."at_3" - t11."at_2") AS DOUBLE), 0.5) AS "median_3"
FROM (
  SELECT
    t10."at_1" AS "at_1",
    t10."at_2" AS "at_2",
    t10."at_3" AS "at_3",
    row_number() OVER (PARTITION BY t10."actor" ORDER BY t10."depth" DESC NULLS LAST, t10."clean" DESC NULLS LAST, t10."last" ASC NULLS LAST, t10."at_1" DESC NULLS LAST, t10."at_2" ASC NULLS LAST) AS "number",
    t10."clean" AS "clean"
  FROM (
    SELECT
      t9."at_1" AS "at_1",
      t9."at_2" AS "at_2",
      t9."at_3" AS "at_3",
      CASE WHEN (((NOT (t9."at_1" IS NULL)) AND (t9."excluded_1" < CASE WHEN (t9."at_2" IS NULL) THEN TRY(TRY(t9."at_1" + ?::BIGINT) + ?::BIGINT) ELSE t9."at_2" END)) OR ((NOT (t9."at_2" IS NULL)) AND (t9."excluded_2" < CASE WHEN (t9."at_3" IS NULL) THEN TRY(TRY(t9."at_1" + ?::BIGINT) + ?::BIGINT) ELSE t9."at_3" END))) THEN ?::BIGINT ELSE ?::BIGINT END AS "clean",
      t9."actor" AS "actor",
      CASE WHEN (t9."at_3" IS NULL) THEN CASE WHEN (t9."at_2" IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END AS "depth",
      coalesce(t9."at_3", t9."at_2", t9."at_1") AS "last"
    FROM (
      SELECT
        t8."time" AS "at_1",
        CASE WHEN (t8."next_at_2" <= TRY(t8."time" + ?::BIGINT)) THEN t8."next_at_2" ELSE NULL::BIGINT END AS "at_2",
        CASE WHEN (t8."next_at_3" <= TRY(t8."time" + ?::BIGINT)) THEN t8."next_at_3" ELSE NULL::BIGINT END AS "at_3",
        t8."excluded_1" AS "excluded_1",
        t8."next_excluded_2" AS "excluded_2",
        t8."actor" AS "actor"
      FROM (
        SELECT
          t7."time" AS "time",
          min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
          min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
          t7."excluded_1" AS "excluded_1",
          min(CASE WHEN (t7."rank" = ?::BIGINT) THEN t7."excluded_2" ELSE NULL::BIGINT END) OVER (PARTITION BY t7."actor" ORDER BY t7."time" ASC NULLS LAST, t7."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_excluded_2",
          t7."actor" AS "actor",
          t7."rank" AS "rank"
        FROM (
          SELECT
            t6."time" AS "time",
            t6."excluded_1" AS "excluded_1",
            t6."actor" AS "actor",
            t6."rank" AS "rank",
            t6."next_at_3" AS "at_3",
            t6."excluded_2" AS "excluded_2"
          FROM (
            SELECT
              t5."time" AS "time",
              t5."excluded_1" AS "excluded_1",
              t5."actor" AS "actor",
              t5."rank" AS "rank",
              min(CASE WHEN (t5."rank" = ?::BIGINT) THEN t5."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t5."actor" ORDER BY t5."time" ASC NULLS LAST, t5."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
              t5."excluded_2" AS "excluded_2"
            FROM (
              SELECT
                t4."time" AS "time",
                min(CASE WHEN (t4."excluded" = ?::BIGINT) THEN t4."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t4."actor" ORDER BY t4."time" ASC NULLS LAST, t4."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "excluded_1",
                t4."actor" AS "actor",
                t4."rank" AS "rank",
                min(CASE WHEN (t4."excluded" = ?::BIGINT) THEN t4."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t4."actor" ORDER BY t4."time" ASC NULLS LAST, t4."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "excluded_2",
                t4."excluded" AS "excluded"
              FROM (
                SELECT
                  t1."timestamp" AS "time",
                  t1."person" AS "actor",
                  CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE CASE WHEN (t1."event" = ?::VARCHAR) THEN ?::BIGINT ELSE ?::BIGINT END END END AS "rank",
                  ?::BIGINT AS "excluded"
                FROM "events_1" AS t1
                WHERE t1."event" IN (?::VARCHAR, ?::VARCHAR, ?::VARCHAR)
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
                UNION ALL
                SELECT
                  t3."timestamp" AS "time",
                  t3."person" AS "actor",
                  ?::BIGINT AS "rank",
                  ?::BIGINT AS "excluded"
                FROM "events_1" AS t3
                WHERE t3."event" = ?::VARCHAR
                  AND ?::BIGINT <= t3."timestamp"
                  AND t3."timestamp" < ?::BIGINT
              ) AS t4
            ) AS t5
            WHERE t5."excluded" = ?::BIGINT
          ) AS t6
          WHERE ((t6."rank" = ?::BIGINT) OR (t6."rank" = ?::BIGINT))
        ) AS t7
      ) AS t8
      WHERE t8."rank" = ?::BIGINT
    ) AS t9
  ) AS t10
) AS t11
WHERE t11."number" = ?::BIGINT
  AND t11."clean" = ?::BIGINT
-- [One[value=1209600000000, type=INTEGER], One[value=1, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=signup, type=TEXT], One[value=1, type=INTEGER], One[value=view, type=TEXT], One[value=2, type=INTEGER], One[value=paid, type=TEXT], One[value=3, type=INTEGER], One[value=4, type=INTEGER], One[value=0, type=INTEGER], One[value=signup, type=TEXT], One[value=view, type=TEXT], One[value=paid, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1621036800000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=x, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1621036800000000, type=TIME], One[value=0, type=INTEGER], One[value=2, type=INTEGER], One[value=y, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1621036800000000, type=TIME], One[value=0, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER], One[value=1, type=INTEGER]]
