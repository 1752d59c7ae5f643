SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t2."bucket" AS "bucket",
  CAST(t2."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    ?::BIGINT AS "bucket",
    count(*) AS "count"
  FROM "events_1" AS t1
  WHERE t1."event" = ?::VARCHAR
    AND ?::BIGINT <= t1."timestamp"
    AND t1."timestamp" < ?::BIGINT
    AND regexp_matches(t1."p1", ?::VARCHAR)
    AND regexp_matches(t1."p1", ?::VARCHAR)
    AND regexp_matches(t1."p1", ?::VARCHAR)
    AND NOT coalesce(regexp_matches(t1."p1", ?::VARCHAR), ?::BOOLEAN)
  GROUP BY 1
) AS t2
-- [One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$autocapture, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578614400000000, type=TIME], One[value=(?i)[:"]text="(?:[^"\\]|\\.)*BUY(?:[^"\\]|\\.)*", type=TEXT], One[value=(?:^|;)a(?:\.[^.:;"]+)*\.primary(?:\.[^.:;"]+)*(?::(?:[^=";]+="(?:[^"\\]|\\.)*")*)?;[^.:;"]+(?:\.[^.:;"]+)*\.card(?:\.[^.:;"]+)*(?::(?:[^=";]+="(?:[^"\\]|\\.)*")*)?(?:;|$), type=TEXT], One[value=[:"]href="/buy", type=TEXT], One[value=(?:^|;)span(?:[.:;]|$), type=TEXT], One[value=false, type=BOOLEAN]]
