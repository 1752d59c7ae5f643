SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t11."bucket" AS "bucket",
  CAST(t11."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t2."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM (
    SELECT
      t1."timestamp" AS "timestamp",
      CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "of_session"
    FROM "events_1" AS t1
    WHERE t1."event" = ?::VARCHAR
      AND ?::BIGINT <= t1."timestamp"
      AND t1."timestamp" < ?::BIGINT
  ) AS t2
  JOIN (
    SELECT
      t5."session_key" AS "session_key"
    FROM (
      SELECT
        t4."session_key" AS "session_key"
      FROM (
        SELECT
          CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END AS "session_key",
          max(t3."timestamp") AS "session_to",
          min(t3."timestamp") AS "session_from"
        FROM "events_1" AS t3
        WHERE NOT (CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END IS NULL)
        GROUP BY 1
      ) AS t4
      WHERE ?::DOUBLE < CAST((TRY(t4."session_to" - t4."session_from") // 1000000) AS DOUBLE)
    ) AS t5
    JOIN (
      SELECT
        t8."of_session_entry_url" AS "of_session_entry_url"
      FROM (
        SELECT
          t7."of_session_entry_url" AS "of_session_entry_url",
          row_number() OVER (PARTITION BY t7."of_session_entry_url" ORDER BY t7."timestamp" ASC NULLS LAST, t7."uuid" ASC NULLS LAST) AS "session_place",
          t7."taken_session_entry_url" AS "taken_session_entry_url"
        FROM (
          SELECT
            CASE WHEN (t6."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t6."p1" END AS "of_session_entry_url",
            t6."p2" AS "taken_session_entry_url",
            t6."timestamp" AS "timestamp",
            t6."uuid"::VARCHAR AS "uuid"
          FROM "events_1" AS t6
          WHERE NOT (CASE WHEN (t6."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t6."p1" END IS NULL)
            AND NOT (t6."p2" IS NULL)
        ) AS t7
      ) AS t8
      WHERE t8."session_place" = ?::BIGINT
        AND contains(lower(t8."taken_session_entry_url"), lower(?::VARCHAR))
    ) AS t9
      ON t5."session_key" = t9."of_session_entry_url"
  ) AS t10
    ON t2."of_session" = t10."session_key"
  GROUP BY 1
) AS t11
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=300.0, type=NUMBER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=/0, type=TEXT]]
