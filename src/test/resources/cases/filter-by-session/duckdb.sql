WITH shared_1 AS MATERIALIZED (
  SELECT
    t2."properties_property" AS "properties_property",
    t2."properties_property_2" AS "properties_property_2",
    t2."timestamp" AS "timestamp",
    t2."uuid" AS "uuid",
    t2."event" AS "event"
  FROM (
    SELECT
      t1."p1" AS "properties_property",
      t1."p2" AS "properties_property_2",
      t1."timestamp" AS "timestamp",
      t1."uuid"::VARCHAR AS "uuid",
      t1."event" AS "event",
      CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "own_session"
    FROM "events_1" AS t1
    WHERE NOT (CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END IS NULL)
  ) AS t2
  SEMI JOIN (
    SELECT
      CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END AS "touched_session"
    FROM "events_1" AS t3
    WHERE NOT (CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END IS NULL)
      AND t3."event" = ?::VARCHAR
      AND ?::BIGINT <= t3."timestamp"
      AND t3."timestamp" < ?::BIGINT
    GROUP BY 1
  ) AS t4
    ON t2."own_session" = t4."touched_session"
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t15."bucket" AS "bucket",
  CAST(t15."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t6."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM (
    SELECT
      t5."timestamp" AS "timestamp",
      CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END AS "of_session"
    FROM "events_1" AS t5
    WHERE t5."event" = ?::VARCHAR
      AND ?::BIGINT <= t5."timestamp"
      AND t5."timestamp" < ?::BIGINT
  ) AS t6
  JOIN (
    SELECT
      t9."session_key" AS "session_key"
    FROM (
      SELECT
        t8."session_key" AS "session_key"
      FROM (
        SELECT
          CASE WHEN (t7."properties_property" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t7."properties_property" END AS "session_key",
          max(t7."timestamp") AS "session_to",
          min(t7."timestamp") AS "session_from"
        FROM shared_1 AS t7
        GROUP BY 1
      ) AS t8
      WHERE ?::DOUBLE < CAST((TRY(t8."session_to" - t8."session_from") // 1000000) AS DOUBLE)
    ) AS t9
    JOIN (
      SELECT
        t12."of_session_entry_url" AS "of_session_entry_url"
      FROM (
        SELECT
          t11."of_session_entry_url" AS "of_session_entry_url",
          row_number() OVER (PARTITION BY t11."of_session_entry_url" ORDER BY t11."timestamp" ASC NULLS LAST, t11."uuid" ASC NULLS LAST) AS "session_place",
          t11."taken_session_entry_url" AS "taken_session_entry_url"
        FROM (
          SELECT
            CASE WHEN (t10."properties_property" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t10."properties_property" END AS "of_session_entry_url",
            t10."properties_property_2" AS "taken_session_entry_url",
            t10."timestamp" AS "timestamp",
            t10."uuid" AS "uuid"
          FROM shared_1 AS t10
          WHERE NOT (t10."properties_property_2" IS NULL)
        ) AS t11
      ) AS t12
      WHERE t12."session_place" = ?::BIGINT
        AND contains(lower(t12."taken_session_entry_url"), lower(?::VARCHAR))
    ) AS t13
      ON t9."session_key" = t13."of_session_entry_url"
  ) AS t14
    ON t6."of_session" = t14."session_key"
  GROUP BY 1
) AS t15
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=300.0, type=NUMBER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=/0, type=TEXT]]
