WITH shared_1 AS MATERIALIZED (
  SELECT
    t2."person" AS "person",
    t4."times0" AS "times0",
    t2."person_properties_property" AS "person_properties_property"
  FROM (
    SELECT
      t1."person" AS "person",
      t1."p1" AS "person_properties_property"
    FROM "persons_1" AS t1
  ) AS t2
  LEFT JOIN (
    SELECT
      count(*) AS "times0",
      t3."person" AS "times0_person"
    FROM "events_1" AS t3
    WHERE t3."event" = ?::VARCHAR
    GROUP BY 2
  ) AS t4
    ON t2."person" = t4."times0_person"
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t10."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t10."breakdown", ?::VARCHAR) END AS "breakdown",
    t10."bucket" AS "bucket",
    t10."person" AS "person"
  FROM (
    SELECT
      t9."c" AS "breakdown",
      ((t5."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      t5."person" AS "person"
    FROM "events_1" AS t5
    JOIN (
      SELECT
        ?::VARCHAR AS "c",
        t6."person" AS "c_2"
      FROM shared_1 AS t6
      WHERE ((?::BIGINT <= coalesce(t6."times0", ?::BIGINT)) OR (t6."person_properties_property" IN (?::VARCHAR)))
      UNION ALL
      SELECT
        ?::VARCHAR AS "c",
        t7."person" AS "c_2"
      FROM "persons_1" AS t7
      UNION ALL
      SELECT
        ?::VARCHAR AS "c",
        t8."person" AS "c_2"
      FROM shared_1 AS t8
      WHERE ?::BIGINT <= coalesce(t8."times0", ?::BIGINT)
    ) AS t9
      ON t5."person" = t9."c_2"
    WHERE t5."event" = ?::VARCHAR
      AND ?::BIGINT <= t5."timestamp"
      AND t5."timestamp" < ?::BIGINT
    GROUP BY 1, 2, 3
  ) AS t10
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t17."breakdown" AS "breakdown",
  t17."bucket" AS "bucket",
  CAST(t17."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t16."kept" IS NULL) THEN ?::VARCHAR ELSE t11."breakdown" END AS "breakdown",
    t11."bucket" AS "bucket",
    count(DISTINCT t11."person") AS "count"
  FROM shared_2 AS t11
  LEFT JOIN (
    SELECT
      t15."kept" AS "kept"
    FROM (
      SELECT
        t14."kept" AS "kept"
      FROM (
        SELECT
          t13."kept" AS "kept",
          CAST(t13."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t12."breakdown" AS "kept",
            count(DISTINCT t12."person") AS "count"
          FROM shared_2 AS t12
          GROUP BY 1
        ) AS t13
      ) AS t14
      ORDER BY t14."rank" DESC NULLS LAST, t14."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t15
  ) AS t16
    ON t11."breakdown" = t16."kept"
  GROUP BY 1, 2
) AS t17
-- [One[value=$pageview, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=3, type=TEXT], One[value=3, type=INTEGER], One[value=0, type=INTEGER], One[value=p3, type=TEXT], One[value=all, type=TEXT], One[value=4, type=TEXT], One[value=99, type=INTEGER], One[value=0, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1579564800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=50000, type=INTEGER], One[value=0, type=INTEGER]]
