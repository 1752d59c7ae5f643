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
      CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "of_group_0"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
  ) AS t2
  JOIN (
    SELECT
      t3."group_key" AS "group_0_key"
    FROM "groups_1" AS t3
    WHERE t3."group_type_index" = ?::BIGINT
      AND t3."p1" IN (?::VARCHAR)
  ) AS t4
    ON t2."of_group_0" = t4."group_0_key"
  GROUP BY 1
) AS t5
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=0, type=INTEGER], One[value=technology, type=TEXT]]
