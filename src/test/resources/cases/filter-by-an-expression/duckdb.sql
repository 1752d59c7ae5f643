SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t4."bucket" AS "bucket",
  CAST(t4."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t1."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
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
    AND ((t1."p1" = ?::VARCHAR) OR (t3."person_properties_property" = ?::VARCHAR))
  GROUP BY 1
) AS t4
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=Chrome, type=TEXT], One[value=p2, type=TEXT]]
