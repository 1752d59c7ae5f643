SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t10."bucket" AS "bucket",
  CAST(t10."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ((t2."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
    count(*) AS "count"
  FROM (
    SELECT
      t1."timestamp" AS "timestamp",
      t1."event" AS "event",
      CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "of_session"
    FROM "events_1" AS t1
  ) AS t2
  LEFT JOIN (
    SELECT
      (TRY(t4."session_to" - t4."session_from") // 1000000) AS "session_duration",
      t8."taken_session_entry_url" AS "session_entry_url",
      t4."session_key" AS "session_key"
    FROM (
      SELECT
        max(t3."timestamp") AS "session_to",
        min(t3."timestamp") AS "session_from",
        CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END AS "session_key"
      FROM "events_1" AS t3
      WHERE NOT (CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END IS NULL)
      GROUP BY 3
    ) AS t4
    LEFT JOIN (
      SELECT
        t7."taken_session_entry_url" AS "taken_session_entry_url",
        t7."of_session_entry_url" AS "of_session_entry_url"
      FROM (
        SELECT
          t6."taken_session_entry_url" AS "taken_session_entry_url",
          t6."of_session_entry_url" AS "of_session_entry_url",
          row_number() OVER (PARTITION BY t6."of_session_entry_url" ORDER BY t6."timestamp" ASC NULLS LAST, t6."uuid" ASC NULLS LAST) AS "session_place"
        FROM (
          SELECT
            t5."p2" AS "taken_session_entry_url",
            CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END AS "of_session_entry_url",
            t5."timestamp" AS "timestamp",
            t5."uuid"::VARCHAR AS "uuid"
          FROM "events_1" AS t5
          WHERE NOT (CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END IS NULL)
            AND NOT (t5."p2" IS NULL)
        ) AS t6
      ) AS t7
      WHERE t7."session_place" = ?::BIGINT
    ) AS t8
      ON t4."session_key" = t8."of_session_entry_url"
  ) AS t9
    ON t2."of_session" = t9."session_key"
  WHERE t2."event" = ?::VARCHAR
    AND ?::BIGINT <= t2."timestamp"
    AND t2."timestamp" < ?::BIGINT
    AND ?::DOUBLE < CAST(t9."session_duration" AS DOUBLE)
    AND contains(lower(t9."session_entry_url"), lower(?::VARCHAR))
  GROUP BY 1
) AS t10
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=300.0, type=NUMBER], One[value=/0, type=TEXT]]
