SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t5."bucket" AS "bucket",
  CAST(t5."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t2."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM (
    SELECT
      t1."timestamp" AS "timestamp",
      t1."event" AS "event",
      CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "of_group_0"
    FROM "events_1" AS t1
  ) AS t2
  LEFT JOIN (
    SELECT
      t3."p1" AS "group_0_properties_property",
      t3."group_key" AS "group_0_key"
    FROM "groups_1" AS t3
    WHERE t3."group_type_index" = ?::BIGINT
  ) AS t4
    ON t2."of_group_0" = t4."group_0_key"
  WHERE t2."event" = ?::VARCHAR
    AND ?::BIGINT <= t2."timestamp"
    AND t2."timestamp" < ?::BIGINT
    AND t4."group_0_properties_property" IN (?::VARCHAR)
  GROUP BY 1
) AS t5
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=0, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=technology, type=TEXT]]
