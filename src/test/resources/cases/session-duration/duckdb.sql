SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t7."bucket" AS "bucket",
  t7."number" AS "value"
FROM (
  SELECT
    t6."bucket" AS "bucket",
    favg(t6."number") AS "number"
  FROM (
    SELECT
      ((t2."timestamp" - ?::BIGINT) // ?::BIGINT) AS "bucket",
      min(CAST(t5."session_duration" AS DOUBLE)) AS "number"
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
        (TRY(t4."session_to" - t4."session_from") // 1000000) AS "session_duration",
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
    ) AS t5
      ON t2."of_session" = t5."session_key"
    GROUP BY 1, CASE WHEN (t2."properties_property" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t2."properties_property" END
  ) AS t6
  GROUP BY 1
) AS t7
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT]]
