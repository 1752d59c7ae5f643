SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t10."bucket" AS "bucket",
  t10."number" AS "value"
FROM (
  SELECT
    t9."bucket" AS "bucket",
    favg(t9."number") AS "number"
  FROM (
    SELECT
      ((t2."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      min(CAST(t8."session_duration" AS DOUBLE)) AS "number"
    FROM (
      SELECT
        t1."timestamp" AS "timestamp",
        t1."p1" AS "properties_property",
        CASE WHEN (t1."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t1."p1" END AS "of_session"
      FROM "events_1" AS t1
      WHERE t1."event" = ?::VARCHAR
        AND ?::BIGINT <= t1."timestamp"
        AND t1."timestamp" < ?::BIGINT
    ) AS t2
    LEFT JOIN (
      SELECT
        (TRY(t7."session_to" - t7."session_from") // 1000000) AS "session_duration",
        t7."session_key" AS "session_key"
      FROM (
        SELECT
          max(t4."timestamp") AS "session_to",
          min(t4."timestamp") AS "session_from",
          CASE WHEN (t4."properties_property" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t4."properties_property" END AS "session_key"
        FROM (
          SELECT
            t3."p1" AS "properties_property",
            t3."timestamp" AS "timestamp",
            t3."event" AS "event",
            CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END AS "own_session"
          FROM "events_1" AS t3
          WHERE NOT (CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END IS NULL)
        ) AS t4
        SEMI JOIN (
          SELECT
            CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END AS "touched_session"
          FROM "events_1" AS t5
          WHERE NOT (CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END IS NULL)
            AND t5."event" = ?::VARCHAR
            AND ?::BIGINT <= t5."timestamp"
            AND t5."timestamp" < ?::BIGINT
          GROUP BY 1
        ) AS t6
          ON t4."own_session" = t6."touched_session"
        GROUP BY 3
      ) AS t7
    ) AS t8
      ON t2."of_session" = t8."session_key"
    GROUP BY 1, CASE WHEN (t2."properties_property" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t2."properties_property" END
  ) AS t9
  GROUP BY 1
) AS t10
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT]]
