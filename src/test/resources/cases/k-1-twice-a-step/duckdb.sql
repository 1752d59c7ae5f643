SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t4."intervals" AS "intervals",
  t4."value" AS "value"
FROM (
  SELECT
    t3."intervals" AS "intervals",
    count(*) AS "value"
  FROM (
    SELECT
      count(*) AS "intervals"
    FROM (
      SELECT
        t1."person" AS "person",
        count(*) AS "times"
      FROM "events_1" AS t1
      WHERE t1."event" = ?::VARCHAR
        AND ?::BIGINT <= t1."timestamp"
        AND t1."timestamp" < ?::BIGINT
      GROUP BY 1, ((t1."timestamp" - ?::BIGINT) // ?::BIGINT)
    ) AS t2
    WHERE ?::BIGINT <= t2."times"
    GROUP BY t2."person"
  ) AS t3
  GROUP BY 1
) AS t4
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578700800000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=172800000000, type=INTEGER], One[value=2, type=INTEGER]]
