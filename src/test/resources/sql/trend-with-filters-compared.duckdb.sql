SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t4."bucket" AS "bucket",
  t4."sum" AS "value"
FROM (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    fsum(t1."n2") AS "sum"
  FROM "events_1" AS t1
  LEFT JOIN (
    SELECT
      t2."p1" AS "person_properties_property",
      t2."person" AS "person_person"
    FROM "persons_1" AS t2
  ) AS t3
    ON t1."person" = t3."person_person"
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
    AND (contains(lower(t1."p1"), lower(?::VARCHAR)) OR contains(lower(t1."p1"), lower(?::VARCHAR)))
    AND ?::DOUBLE < t1."properties_more_numbers"[?::VARCHAR]
    AND NOT coalesce((t3."person_properties_property" IN (?::VARCHAR)), ?::BOOLEAN)
  GROUP BY 1
) AS t4
UNION ALL
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t8."bucket" AS "bucket",
  t8."sum" AS "value"
FROM (
  SELECT
    ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    fsum(t5."n2") AS "sum"
  FROM "events_1" AS t5
  LEFT JOIN (
    SELECT
      t6."p1" AS "person_properties_property",
      t6."person" AS "person_person"
    FROM "persons_1" AS t6
  ) AS t7
    ON t5."person" = t7."person_person"
  WHERE t5."event" = ?::VARCHAR
    AND ?::BIGINT <= t5."timestamp"
    AND t5."timestamp" < ?::BIGINT
    AND (contains(lower(t5."p1"), lower(?::VARCHAR)) OR contains(lower(t5."p1"), lower(?::VARCHAR)))
    AND ?::DOUBLE < t5."properties_more_numbers"[?::VARCHAR]
    AND NOT coalesce((t7."person_properties_property" IN (?::VARCHAR)), ?::BOOLEAN)
  GROUP BY 1
) AS t8

-- values, in order of their places:
-- 0
-- 0
-- 1774224000000000
-- 604800000000
-- order
-- 1774224000000000
-- 1775692800000000
-- fire
-- chrome
-- 5.0
-- rare
-- free
-- false
-- 0
-- 1
-- 1772409600000000
-- 604800000000
-- order
-- 1772409600000000
-- 1774224000000000
-- fire
-- chrome
-- 5.0
-- rare
-- free
-- false
