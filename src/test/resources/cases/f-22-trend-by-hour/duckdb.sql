SELECT
  t8."bucket" AS "bucket",
  count(*) AS "begun",
  count(CASE WHEN (?::BIGINT <= t8."depth") THEN t8."depth" ELSE NULL::BIGINT END) AS "converted"
FROM (
  SELECT
    CASE WHEN t7."time" >= ?::BIGINT AND t7."time" < ?::BIGINT THEN ((t7."time" - ?::BIGINT) // ?::BIGINT) END AS "bucket",
    max(CASE WHEN (CASE WHEN (t7."next_at_3" <= TRY(t7."time" + ?::BIGINT)) THEN t7."next_at_3" ELSE NULL::BIGINT END IS NULL) THEN CASE WHEN (CASE WHEN (t7."next_at_2" <= TRY(t7."time" + ?::BIGINT)) THEN t7."next_at_2" ELSE NULL::BIGINT END IS NULL) THEN ?::BIGINT ELSE ?::BIGINT END ELSE ?::BIGINT END) AS "depth"
  FROM (
    SELECT
      t6."actor" AS "actor",
      t6."time" AS "time",
      min(CASE WHEN (t6."rank" = ?::BIGINT) THEN t6."at_3" ELSE NULL::BIGINT END) OVER (PARTITION BY t6."actor" ORDER BY t6."time" ASC NULLS LAST, t6."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3",
      min(CASE WHEN (t6."rank" = ?::BIGINT) THEN t6."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t6."actor" ORDER BY t6."time" ASC NULLS LAST, t6."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_2",
      t6."rank" AS "rank"
    FROM (
      SELECT
        t4."actor" AS "actor",
        t4."time" AS "time",
        t4."rank" AS "rank",
        t4."next_at_3" AS "at_3"
      FROM (
        SELECT
          t3."actor" AS "actor",
          t3."time" AS "time",
          t3."rank" AS "rank",
          min(CASE WHEN (t3."rank" = ?::BIGINT) THEN t3."time" ELSE NULL::BIGINT END) OVER (PARTITION BY t3."actor" ORDER BY t3."time" ASC NULLS LAST, t3."rank" ASC NULLS LAST ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS "next_at_3"
        FROM (
          SELECT
            t1."person" AS "actor",
            t1."timestamp" AS "time",
            ?::BIGINT AS "rank"
          FROM "events_1" AS t1
          WHERE t1."event" = ?::VARCHAR
            AND ?::BIGINT <= t1."timestamp"
            AND t1."timestamp" < ?::BIGINT
          UNION ALL
          SELECT
            t2."person" AS "actor",
            t2."timestamp" AS "time",
            ?::BIGINT AS "rank"
          FROM "events_1" AS t2
          WHERE t2."event" = ?::VARCHAR
            AND ?::BIGINT <= t2."timestamp"
            AND t2."timestamp" < ?::BIGINT
        ) AS t3
      ) AS t4
      WHERE ((t4."rank" = ?::BIGINT) OR (t4."rank" = ?::BIGINT))
      UNION ALL
      SELECT
        t5."person" AS "actor",
        t5."timestamp" AS "time",
        ?::BIGINT AS "rank",
        NULL::BIGINT AS "at_3"
      FROM "events_1" AS t5
      WHERE t5."event" = ?::VARCHAR
        AND ?::BIGINT <= t5."timestamp"
        AND t5."timestamp" < ?::BIGINT
    ) AS t6
  ) AS t7
  WHERE t7."rank" = ?::BIGINT
    AND NOT (t7."time" IS NULL)
  GROUP BY 1, t7."actor"
) AS t8
GROUP BY 1
-- [One[value=3, type=INTEGER], One[value=1619827200000000, type=TIME], One[value=1620345600000000, type=TIME], One[value=1619827200000000, type=TIME], One[value=3600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1209600000000, type=INTEGER], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=2, type=INTEGER], One[value=2, type=INTEGER], One[value=3, type=INTEGER], One[value=3, type=INTEGER], One[value=step three, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620345600000000, type=TIME], One[value=2, type=INTEGER], One[value=step two, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620345600000000, type=TIME], One[value=1, type=INTEGER], One[value=2, type=INTEGER], One[value=1, type=INTEGER], One[value=step one, type=TEXT], One[value=1619827200000000, type=TIME], One[value=1620345600000000, type=TIME], One[value=1, type=INTEGER]]
