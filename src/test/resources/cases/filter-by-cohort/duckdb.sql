SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t5."bucket" AS "bucket",
  CAST(t5."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  LEFT JOIN (
    SELECT
      t3."person" AS "cohort_1"
    FROM (
      SELECT
        t2."person" AS "person"
      FROM "cohort_people_1" AS t2
      WHERE t2."cohort_id" = ?::BIGINT
      GROUP BY 1
    ) AS t3
  ) AS t4
    ON t1."person" = t4."cohort_1"
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
    AND NOT coalesce((NOT (t4."cohort_1" IS NULL)), ?::BOOLEAN)
  GROUP BY 1
) AS t5
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=1, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=false, type=BOOLEAN]]
