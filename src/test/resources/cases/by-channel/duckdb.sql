WITH shared_1 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t35."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t35."breakdown", ?::VARCHAR) END AS "breakdown",
    t35."bucket" AS "bucket",
    t35."count" AS "count"
  FROM (
    SELECT
      t34."session_channel" AS "breakdown",
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
    LEFT JOIN (
      SELECT
        CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_campaign", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) OR (NOT (coalesce(t29."taken_session_entry_gclid", ?::VARCHAR) = ?::VARCHAR)) OR (NOT (coalesce(t33."taken_session_entry_gad_source", ?::VARCHAR) = ?::VARCHAR))) THEN CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR) OR (NOT (coalesce(t29."taken_session_entry_gclid", ?::VARCHAR) = ?::VARCHAR))) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE ?::VARCHAR END END END END ELSE CASE WHEN (((coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR) = ?::VARCHAR) OR (coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR) = ?::VARCHAR)) AND (coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR) = ?::VARCHAR) AND (coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR) IN (?::VARCHAR, ?::VARCHAR, ?::VARCHAR))) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t29."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN ((NOT (coalesce(t29."taken_session_entry_referring_domain", ?::VARCHAR) = ?::VARCHAR)) OR regexp_matches(coalesce(t29."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE ?::VARCHAR END END END END END END END END END END END END END END AS "session_channel",
        t29."session_key" AS "session_key"
      FROM (
        SELECT
          t24."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
          t24."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
          t28."taken_session_entry_gclid" AS "taken_session_entry_gclid",
          t24."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
          t24."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
          t24."session_key" AS "session_key"
        FROM (
          SELECT
            t23."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
            t19."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
            t19."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
            t19."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
            t19."session_key" AS "session_key"
          FROM (
            SELECT
              t18."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
              t14."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
              t14."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
              t14."session_key" AS "session_key"
            FROM (
              SELECT
                t13."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
                t9."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                t9."session_key" AS "session_key"
              FROM (
                SELECT
                  t8."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                  t4."session_key" AS "session_key"
                FROM (
                  SELECT
                    CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END AS "session_key"
                  FROM "events_1" AS t3
                  WHERE NOT (CASE WHEN (t3."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t3."p1" END IS NULL)
                  GROUP BY 1
                ) AS t4
                LEFT JOIN (
                  SELECT
                    t7."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                    t7."of_session_entry_referring_domain" AS "of_session_entry_referring_domain"
                  FROM (
                    SELECT
                      t6."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                      t6."of_session_entry_referring_domain" AS "of_session_entry_referring_domain",
                      row_number() OVER (PARTITION BY t6."of_session_entry_referring_domain" ORDER BY t6."timestamp" ASC NULLS LAST, t6."uuid" ASC NULLS LAST) AS "session_place"
                    FROM (
                      SELECT
                        t5."p3" AS "taken_session_entry_referring_domain",
                        CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END AS "of_session_entry_referring_domain",
                        t5."timestamp" AS "timestamp",
                        t5."uuid"::VARCHAR AS "uuid"
                      FROM "events_1" AS t5
                      WHERE NOT (CASE WHEN (t5."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t5."p1" END IS NULL)
                        AND NOT (t5."p3" IS NULL)
                    ) AS t6
                  ) AS t7
                  WHERE t7."session_place" = ?::BIGINT
                ) AS t8
                  ON t4."session_key" = t8."of_session_entry_referring_domain"
              ) AS t9
              LEFT JOIN (
                SELECT
                  t12."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
                  t12."of_session_entry_utm_source" AS "of_session_entry_utm_source"
                FROM (
                  SELECT
                    t11."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
                    t11."of_session_entry_utm_source" AS "of_session_entry_utm_source",
                    row_number() OVER (PARTITION BY t11."of_session_entry_utm_source" ORDER BY t11."timestamp" ASC NULLS LAST, t11."uuid" ASC NULLS LAST) AS "session_place"
                  FROM (
                    SELECT
                      NULL::VARCHAR AS "taken_session_entry_utm_source",
                      CASE WHEN (t10."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t10."p1" END AS "of_session_entry_utm_source",
                      t10."timestamp" AS "timestamp",
                      t10."uuid"::VARCHAR AS "uuid"
                    FROM "events_1" AS t10
                    WHERE NOT (CASE WHEN (t10."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t10."p1" END IS NULL)
                      AND NOT (NULL::VARCHAR IS NULL)
                  ) AS t11
                ) AS t12
                WHERE t12."session_place" = ?::BIGINT
              ) AS t13
                ON t9."session_key" = t13."of_session_entry_utm_source"
            ) AS t14
            LEFT JOIN (
              SELECT
                t17."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
                t17."of_session_entry_utm_medium" AS "of_session_entry_utm_medium"
              FROM (
                SELECT
                  t16."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
                  t16."of_session_entry_utm_medium" AS "of_session_entry_utm_medium",
                  row_number() OVER (PARTITION BY t16."of_session_entry_utm_medium" ORDER BY t16."timestamp" ASC NULLS LAST, t16."uuid" ASC NULLS LAST) AS "session_place"
                FROM (
                  SELECT
                    NULL::VARCHAR AS "taken_session_entry_utm_medium",
                    CASE WHEN (t15."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t15."p1" END AS "of_session_entry_utm_medium",
                    t15."timestamp" AS "timestamp",
                    t15."uuid"::VARCHAR AS "uuid"
                  FROM "events_1" AS t15
                  WHERE NOT (CASE WHEN (t15."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t15."p1" END IS NULL)
                    AND NOT (NULL::VARCHAR IS NULL)
                ) AS t16
              ) AS t17
              WHERE t17."session_place" = ?::BIGINT
            ) AS t18
              ON t14."session_key" = t18."of_session_entry_utm_medium"
          ) AS t19
          LEFT JOIN (
            SELECT
              t22."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
              t22."of_session_entry_utm_campaign" AS "of_session_entry_utm_campaign"
            FROM (
              SELECT
                t21."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
                t21."of_session_entry_utm_campaign" AS "of_session_entry_utm_campaign",
                row_number() OVER (PARTITION BY t21."of_session_entry_utm_campaign" ORDER BY t21."timestamp" ASC NULLS LAST, t21."uuid" ASC NULLS LAST) AS "session_place"
              FROM (
                SELECT
                  NULL::VARCHAR AS "taken_session_entry_utm_campaign",
                  CASE WHEN (t20."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t20."p1" END AS "of_session_entry_utm_campaign",
                  t20."timestamp" AS "timestamp",
                  t20."uuid"::VARCHAR AS "uuid"
                FROM "events_1" AS t20
                WHERE NOT (CASE WHEN (t20."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t20."p1" END IS NULL)
                  AND NOT (NULL::VARCHAR IS NULL)
              ) AS t21
            ) AS t22
            WHERE t22."session_place" = ?::BIGINT
          ) AS t23
            ON t19."session_key" = t23."of_session_entry_utm_campaign"
        ) AS t24
        LEFT JOIN (
          SELECT
            t27."taken_session_entry_gclid" AS "taken_session_entry_gclid",
            t27."of_session_entry_gclid" AS "of_session_entry_gclid"
          FROM (
            SELECT
              t26."taken_session_entry_gclid" AS "taken_session_entry_gclid",
              t26."of_session_entry_gclid" AS "of_session_entry_gclid",
              row_number() OVER (PARTITION BY t26."of_session_entry_gclid" ORDER BY t26."timestamp" ASC NULLS LAST, t26."uuid" ASC NULLS LAST) AS "session_place"
            FROM (
              SELECT
                NULL::VARCHAR AS "taken_session_entry_gclid",
                CASE WHEN (t25."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t25."p1" END AS "of_session_entry_gclid",
                t25."timestamp" AS "timestamp",
                t25."uuid"::VARCHAR AS "uuid"
              FROM "events_1" AS t25
              WHERE NOT (CASE WHEN (t25."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t25."p1" END IS NULL)
                AND NOT (NULL::VARCHAR IS NULL)
            ) AS t26
          ) AS t27
          WHERE t27."session_place" = ?::BIGINT
        ) AS t28
          ON t24."session_key" = t28."of_session_entry_gclid"
      ) AS t29
      LEFT JOIN (
        SELECT
          t32."taken_session_entry_gad_source" AS "taken_session_entry_gad_source",
          t32."of_session_entry_gad_source" AS "of_session_entry_gad_source"
        FROM (
          SELECT
            t31."taken_session_entry_gad_source" AS "taken_session_entry_gad_source",
            t31."of_session_entry_gad_source" AS "of_session_entry_gad_source",
            row_number() OVER (PARTITION BY t31."of_session_entry_gad_source" ORDER BY t31."timestamp" ASC NULLS LAST, t31."uuid" ASC NULLS LAST) AS "session_place"
          FROM (
            SELECT
              NULL::VARCHAR AS "taken_session_entry_gad_source",
              CASE WHEN (t30."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t30."p1" END AS "of_session_entry_gad_source",
              t30."timestamp" AS "timestamp",
              t30."uuid"::VARCHAR AS "uuid"
            FROM "events_1" AS t30
            WHERE NOT (CASE WHEN (t30."p1" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t30."p1" END IS NULL)
              AND NOT (NULL::VARCHAR IS NULL)
          ) AS t31
        ) AS t32
        WHERE t32."session_place" = ?::BIGINT
      ) AS t33
        ON t29."session_key" = t33."of_session_entry_gad_source"
    ) AS t34
      ON t2."of_session" = t34."session_key"
    GROUP BY 1, 2
  ) AS t35
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t42."breakdown" AS "breakdown",
  t42."bucket" AS "bucket",
  CAST(t42."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t41."kept" IS NULL) THEN ?::VARCHAR ELSE t36."breakdown" END AS "breakdown",
    t36."bucket" AS "bucket",
    TRY_CAST(sum(t36."count") AS BIGINT) AS "count"
  FROM shared_1 AS t36
  LEFT JOIN (
    SELECT
      t40."kept" AS "kept"
    FROM (
      SELECT
        t39."kept" AS "kept"
      FROM (
        SELECT
          t38."kept" AS "kept",
          CAST(t38."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t37."breakdown" AS "kept",
            TRY_CAST(sum(t37."count") AS BIGINT) AS "count"
          FROM shared_1 AS t37
          GROUP BY 1
        ) AS t38
      ) AS t39
      ORDER BY t39."rank" DESC NULLS LAST, t39."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t40
  ) AS t41
    ON t36."breakdown" = t41."kept"
  GROUP BY 1, 2
) AS t42
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=(?i)cross.?network, type=TEXT], One[value=Cross Network, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(cp.|ppc|retargeting|paid.*)$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)\.[a-z.]+$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=Paid Search, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)\.[a-z.]+$, type=TEXT], One[value=Paid Social, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(youtube|vimeo|dailymotion|twitch|youku)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(youtube|vimeo|dailymotion|twitch|youku)\.[a-z.]+$, type=TEXT], One[value=Paid Video, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)\.[a-z.]+$, type=TEXT], One[value=Paid Shopping, type=TEXT], One[value=Paid Unknown, type=TEXT], One[value=, type=TEXT], One[value=$direct, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=direct, type=TEXT], One[value=(direct), type=TEXT], One[value=Direct, type=TEXT], One[value=, type=TEXT], One[value=(?i)e-?mail|e mail, type=TEXT], One[value=Email, type=TEXT], One[value=, type=TEXT], One[value=(?i)sms, type=TEXT], One[value=SMS, type=TEXT], One[value=, type=TEXT], One[value=(?i)push|mobile|notification, type=TEXT], One[value=Push, type=TEXT], One[value=, type=TEXT], One[value=(?i)display|banner|expandable|interstitial, type=TEXT], One[value=Display, type=TEXT], One[value=, type=TEXT], One[value=(?i)affiliate, type=TEXT], One[value=Affiliate, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)\.[a-z.]+$, type=TEXT], One[value=Organic Search, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)\.[a-z.]+$, type=TEXT], One[value=Organic Social, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(youtube|vimeo|dailymotion|twitch|youku)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(youtube|vimeo|dailymotion|twitch|youku)\.[a-z.]+$, type=TEXT], One[value=Organic Video, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)\.[a-z.]+$, type=TEXT], One[value=Organic Shopping, type=TEXT], One[value=, type=TEXT], One[value=(?i)audio, type=TEXT], One[value=Audio, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=(?i)referral, type=TEXT], One[value=Referral, type=TEXT], One[value=Unknown, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
