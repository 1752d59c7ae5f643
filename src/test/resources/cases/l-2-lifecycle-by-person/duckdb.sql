WITH shared_1 AS MATERIALIZED (
  SELECT
    t1."person" AS "person",
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "step"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
  GROUP BY 1, 2
),
shared_2 AS MATERIALIZED (
  SELECT
    TRY(t2."step" + ?::BIGINT) AS "before_step",
    t2."person" AS "before_person"
  FROM shared_1 AS t2
)
SELECT
  CASE WHEN (NOT (t7."born_person" IS NULL)) THEN ?::VARCHAR ELSE CASE WHEN (NOT (t5."before_person" IS NULL)) THEN ?::VARCHAR ELSE ?::VARCHAR END END AS "status",
  t5."step" AS "step",
  count(*) AS "value"
FROM (
  SELECT
    t4."before_person" AS "before_person",
    t3."step" AS "step",
    t3."person" AS "person"
  FROM shared_1 AS t3
  LEFT JOIN shared_2 AS t4
    ON t3."person" = t4."before_person" AND t3."step" = t4."before_step"
) AS t5
LEFT JOIN (
  SELECT
    t6."person" AS "born_person",
    CASE WHEN t6."created_at" >= ?::BIGINT AND t6."created_at" < ?::BIGINT THEN ((t6."created_at" - ?::BIGINT) // ?::BIGINT) END AS "born_step"
  FROM "persons_1" AS t6
) AS t7
  ON t5."person" = t7."born_person" AND t5."step" = t7."born_step"
GROUP BY 1, 2
UNION ALL
SELECT
  ?::VARCHAR AS "status",
  t8."before_step" AS "step",
  count(*) AS "value"
FROM shared_2 AS t8
ANTI JOIN shared_1 AS t9
  ON t8."before_person" = t9."person" AND t8."before_step" = t9."step"
GROUP BY 1, 2
-- [One[value=1578441600000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578441600000000, type=TIME], One[value=1579478400000000, type=TIME], One[value=1, type=INTEGER], One[value=new, type=TEXT], One[value=returning, type=TEXT], One[value=resurrecting, type=TEXT], One[value=1578441600000000, type=TIME], One[value=1579478400000000, type=TIME], One[value=1578441600000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=dormant, type=TEXT]]
