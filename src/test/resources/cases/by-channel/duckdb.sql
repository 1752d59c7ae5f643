WITH shared_1 AS MATERIALIZED (
  SELECT
    t2."properties_property" AS "properties_property",
    t2."properties_property_2" AS "properties_property_2",
    t2."timestamp" AS "timestamp",
    t2."uuid" AS "uuid",
    t2."properties_property_3" AS "properties_property_3",
    t2."properties_property_4" AS "properties_property_4",
    t2."properties_property_5" AS "properties_property_5",
    t2."properties_property_6" AS "properties_property_6",
    t2."properties_property_7" AS "properties_property_7",
    t2."event" AS "event"
  FROM (
    SELECT
      NULL::VARCHAR AS "properties_property",
      t1."p1" AS "properties_property_2",
      t1."timestamp" AS "timestamp",
      t1."uuid"::VARCHAR AS "uuid",
      NULL::VARCHAR AS "properties_property_3",
      NULL::VARCHAR AS "properties_property_4",
      NULL::VARCHAR AS "properties_property_5",
      NULL::VARCHAR AS "properties_property_6",
      t1."p3" AS "properties_property_7",
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
),
shared_2 AS MATERIALIZED (
  SELECT
    CASE WHEN (coalesce(t39."breakdown", ?::VARCHAR) = ?::VARCHAR) THEN ?::VARCHAR ELSE coalesce(t39."breakdown", ?::VARCHAR) END AS "breakdown",
    t39."bucket" AS "bucket",
    t39."count" AS "count"
  FROM (
    SELECT
      t38."session_channel" AS "breakdown",
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
    LEFT JOIN (
      SELECT
        CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_campaign", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) OR (NOT (coalesce(t33."taken_session_entry_gclid", ?::VARCHAR) = ?::VARCHAR)) OR (NOT (coalesce(t37."taken_session_entry_gad_source", ?::VARCHAR) = ?::VARCHAR))) THEN CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR) OR (NOT (coalesce(t33."taken_session_entry_gclid", ?::VARCHAR) = ?::VARCHAR))) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE ?::VARCHAR END END END END ELSE CASE WHEN (((coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR) = ?::VARCHAR) OR (coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR) = ?::VARCHAR)) AND (coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR) = ?::VARCHAR) AND (coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR) IN (?::VARCHAR, ?::VARCHAR, ?::VARCHAR))) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN (regexp_matches(coalesce(t33."taken_session_entry_utm_source", ?::VARCHAR), ?::VARCHAR) OR regexp_matches(coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE CASE WHEN regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR) THEN ?::VARCHAR ELSE CASE WHEN ((NOT (coalesce(t33."taken_session_entry_referring_domain", ?::VARCHAR) = ?::VARCHAR)) OR regexp_matches(coalesce(t33."taken_session_entry_utm_medium", ?::VARCHAR), ?::VARCHAR)) THEN ?::VARCHAR ELSE ?::VARCHAR END END END END END END END END END END END END END END AS "session_channel",
        t33."session_key" AS "session_key"
      FROM (
        SELECT
          t28."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
          t28."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
          t32."taken_session_entry_gclid" AS "taken_session_entry_gclid",
          t28."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
          t28."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
          t28."session_key" AS "session_key"
        FROM (
          SELECT
            t27."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
            t23."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
            t23."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
            t23."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
            t23."session_key" AS "session_key"
          FROM (
            SELECT
              t22."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
              t18."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
              t18."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
              t18."session_key" AS "session_key"
            FROM (
              SELECT
                t17."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
                t13."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                t13."session_key" AS "session_key"
              FROM (
                SELECT
                  t12."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                  t8."session_key" AS "session_key"
                FROM (
                  SELECT
                    CASE WHEN (t7."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t7."properties_property_2" END AS "session_key"
                  FROM shared_1 AS t7
                  GROUP BY 1
                ) AS t8
                LEFT JOIN (
                  SELECT
                    t11."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                    t11."of_session_entry_referring_domain" AS "of_session_entry_referring_domain"
                  FROM (
                    SELECT
                      t10."taken_session_entry_referring_domain" AS "taken_session_entry_referring_domain",
                      t10."of_session_entry_referring_domain" AS "of_session_entry_referring_domain",
                      row_number() OVER (PARTITION BY t10."of_session_entry_referring_domain" ORDER BY t10."timestamp" ASC NULLS LAST, t10."uuid" ASC NULLS LAST) AS "session_place"
                    FROM (
                      SELECT
                        t9."properties_property_7" AS "taken_session_entry_referring_domain",
                        CASE WHEN (t9."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t9."properties_property_2" END AS "of_session_entry_referring_domain",
                        t9."timestamp" AS "timestamp",
                        t9."uuid" AS "uuid"
                      FROM shared_1 AS t9
                      WHERE NOT (t9."properties_property_7" IS NULL)
                    ) AS t10
                  ) AS t11
                  WHERE t11."session_place" = ?::BIGINT
                ) AS t12
                  ON t8."session_key" = t12."of_session_entry_referring_domain"
              ) AS t13
              LEFT JOIN (
                SELECT
                  t16."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
                  t16."of_session_entry_utm_source" AS "of_session_entry_utm_source"
                FROM (
                  SELECT
                    t15."taken_session_entry_utm_source" AS "taken_session_entry_utm_source",
                    t15."of_session_entry_utm_source" AS "of_session_entry_utm_source",
                    row_number() OVER (PARTITION BY t15."of_session_entry_utm_source" ORDER BY t15."timestamp" ASC NULLS LAST, t15."uuid" ASC NULLS LAST) AS "session_place"
                  FROM (
                    SELECT
                      t14."properties_property_6" AS "taken_session_entry_utm_source",
                      CASE WHEN (t14."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t14."properties_property_2" END AS "of_session_entry_utm_source",
                      t14."timestamp" AS "timestamp",
                      t14."uuid" AS "uuid"
                    FROM shared_1 AS t14
                    WHERE NOT (t14."properties_property_6" IS NULL)
                  ) AS t15
                ) AS t16
                WHERE t16."session_place" = ?::BIGINT
              ) AS t17
                ON t13."session_key" = t17."of_session_entry_utm_source"
            ) AS t18
            LEFT JOIN (
              SELECT
                t21."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
                t21."of_session_entry_utm_medium" AS "of_session_entry_utm_medium"
              FROM (
                SELECT
                  t20."taken_session_entry_utm_medium" AS "taken_session_entry_utm_medium",
                  t20."of_session_entry_utm_medium" AS "of_session_entry_utm_medium",
                  row_number() OVER (PARTITION BY t20."of_session_entry_utm_medium" ORDER BY t20."timestamp" ASC NULLS LAST, t20."uuid" ASC NULLS LAST) AS "session_place"
                FROM (
                  SELECT
                    t19."properties_property_5" AS "taken_session_entry_utm_medium",
                    CASE WHEN (t19."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t19."properties_property_2" END AS "of_session_entry_utm_medium",
                    t19."timestamp" AS "timestamp",
                    t19."uuid" AS "uuid"
                  FROM shared_1 AS t19
                  WHERE NOT (t19."properties_property_5" IS NULL)
                ) AS t20
              ) AS t21
              WHERE t21."session_place" = ?::BIGINT
            ) AS t22
              ON t18."session_key" = t22."of_session_entry_utm_medium"
          ) AS t23
          LEFT JOIN (
            SELECT
              t26."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
              t26."of_session_entry_utm_campaign" AS "of_session_entry_utm_campaign"
            FROM (
              SELECT
                t25."taken_session_entry_utm_campaign" AS "taken_session_entry_utm_campaign",
                t25."of_session_entry_utm_campaign" AS "of_session_entry_utm_campaign",
                row_number() OVER (PARTITION BY t25."of_session_entry_utm_campaign" ORDER BY t25."timestamp" ASC NULLS LAST, t25."uuid" ASC NULLS LAST) AS "session_place"
              FROM (
                SELECT
                  t24."properties_property_4" AS "taken_session_entry_utm_campaign",
                  CASE WHEN (t24."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t24."properties_property_2" END AS "of_session_entry_utm_campaign",
                  t24."timestamp" AS "timestamp",
                  t24."uuid" AS "uuid"
                FROM shared_1 AS t24
                WHERE NOT (t24."properties_property_4" IS NULL)
              ) AS t25
            ) AS t26
            WHERE t26."session_place" = ?::BIGINT
          ) AS t27
            ON t23."session_key" = t27."of_session_entry_utm_campaign"
        ) AS t28
        LEFT JOIN (
          SELECT
            t31."taken_session_entry_gclid" AS "taken_session_entry_gclid",
            t31."of_session_entry_gclid" AS "of_session_entry_gclid"
          FROM (
            SELECT
              t30."taken_session_entry_gclid" AS "taken_session_entry_gclid",
              t30."of_session_entry_gclid" AS "of_session_entry_gclid",
              row_number() OVER (PARTITION BY t30."of_session_entry_gclid" ORDER BY t30."timestamp" ASC NULLS LAST, t30."uuid" ASC NULLS LAST) AS "session_place"
            FROM (
              SELECT
                t29."properties_property_3" AS "taken_session_entry_gclid",
                CASE WHEN (t29."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t29."properties_property_2" END AS "of_session_entry_gclid",
                t29."timestamp" AS "timestamp",
                t29."uuid" AS "uuid"
              FROM shared_1 AS t29
              WHERE NOT (t29."properties_property_3" IS NULL)
            ) AS t30
          ) AS t31
          WHERE t31."session_place" = ?::BIGINT
        ) AS t32
          ON t28."session_key" = t32."of_session_entry_gclid"
      ) AS t33
      LEFT JOIN (
        SELECT
          t36."taken_session_entry_gad_source" AS "taken_session_entry_gad_source",
          t36."of_session_entry_gad_source" AS "of_session_entry_gad_source"
        FROM (
          SELECT
            t35."taken_session_entry_gad_source" AS "taken_session_entry_gad_source",
            t35."of_session_entry_gad_source" AS "of_session_entry_gad_source",
            row_number() OVER (PARTITION BY t35."of_session_entry_gad_source" ORDER BY t35."timestamp" ASC NULLS LAST, t35."uuid" ASC NULLS LAST) AS "session_place"
          FROM (
            SELECT
              t34."properties_property" AS "taken_session_entry_gad_source",
              CASE WHEN (t34."properties_property_2" = ?::VARCHAR) THEN NULL::VARCHAR ELSE t34."properties_property_2" END AS "of_session_entry_gad_source",
              t34."timestamp" AS "timestamp",
              t34."uuid" AS "uuid"
            FROM shared_1 AS t34
            WHERE NOT (t34."properties_property" IS NULL)
          ) AS t35
        ) AS t36
        WHERE t36."session_place" = ?::BIGINT
      ) AS t37
        ON t33."session_key" = t37."of_session_entry_gad_source"
    ) AS t38
      ON t6."of_session" = t38."session_key"
    GROUP BY 1, 2
  ) AS t39
)
SELECT
  ?::BIGINT AS "series",
  ?::BIGINT AS "period",
  t46."breakdown" AS "breakdown",
  t46."bucket" AS "bucket",
  CAST(t46."count" AS DOUBLE) AS "value"
FROM (
  SELECT
    CASE WHEN (t45."kept" IS NULL) THEN ?::VARCHAR ELSE t40."breakdown" END AS "breakdown",
    t40."bucket" AS "bucket",
    TRY_CAST(sum(t40."count") AS BIGINT) AS "count"
  FROM shared_2 AS t40
  LEFT JOIN (
    SELECT
      t44."kept" AS "kept"
    FROM (
      SELECT
        t43."kept" AS "kept"
      FROM (
        SELECT
          t42."kept" AS "kept",
          CAST(t42."count" AS DOUBLE) AS "rank"
        FROM (
          SELECT
            t41."breakdown" AS "kept",
            TRY_CAST(sum(t41."count") AS BIGINT) AS "count"
          FROM shared_2 AS t41
          GROUP BY 1
        ) AS t42
      ) AS t43
      ORDER BY t43."rank" DESC NULLS LAST, t43."kept" ASC NULLS LAST
      LIMIT ?::BIGINT OFFSET ?::BIGINT
    ) AS t44
  ) AS t45
    ON t40."breakdown" = t45."kept"
  GROUP BY 1, 2
) AS t46
-- [One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=, type=TEXT], One[value=$$_posthog_breakdown_null_$$, type=TEXT], One[value=, type=TEXT], One[value=1578528000000000, type=TIME], One[value=86400000000, type=INTEGER], One[value=, type=TEXT], One[value=$pageview, type=TEXT], One[value=1578528000000000, type=TIME], One[value=1578700800000000, type=TIME], One[value=, type=TEXT], One[value=(?i)cross.?network, type=TEXT], One[value=Cross Network, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(cp.|ppc|retargeting|paid.*)$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)\.[a-z.]+$, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=Paid Search, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)\.[a-z.]+$, type=TEXT], One[value=Paid Social, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(youtube|vimeo|dailymotion|twitch|youku)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(youtube|vimeo|dailymotion|twitch|youku)\.[a-z.]+$, type=TEXT], One[value=Paid Video, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)\.[a-z.]+$, type=TEXT], One[value=Paid Shopping, type=TEXT], One[value=Paid Unknown, type=TEXT], One[value=, type=TEXT], One[value=$direct, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=direct, type=TEXT], One[value=(direct), type=TEXT], One[value=Direct, type=TEXT], One[value=, type=TEXT], One[value=(?i)e-?mail|e mail, type=TEXT], One[value=Email, type=TEXT], One[value=, type=TEXT], One[value=(?i)sms, type=TEXT], One[value=SMS, type=TEXT], One[value=, type=TEXT], One[value=(?i)push|mobile|notification, type=TEXT], One[value=Push, type=TEXT], One[value=, type=TEXT], One[value=(?i)display|banner|expandable|interstitial, type=TEXT], One[value=Display, type=TEXT], One[value=, type=TEXT], One[value=(?i)affiliate, type=TEXT], One[value=Affiliate, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)\.[a-z.]+$, type=TEXT], One[value=Organic Search, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)\.[a-z.]+$, type=TEXT], One[value=Organic Social, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(youtube|vimeo|dailymotion|twitch|youku)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(youtube|vimeo|dailymotion|twitch|youku)\.[a-z.]+$, type=TEXT], One[value=Organic Video, type=TEXT], One[value=, type=TEXT], One[value=(?i)^(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)([._-].*)?$, type=TEXT], One[value=, type=TEXT], One[value=(?i)(^|\.)(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)\.[a-z.]+$, type=TEXT], One[value=Organic Shopping, type=TEXT], One[value=, type=TEXT], One[value=(?i)audio, type=TEXT], One[value=Audio, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=(?i)referral, type=TEXT], One[value=Referral, type=TEXT], One[value=Unknown, type=TEXT], One[value=, type=TEXT], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=, type=TEXT], One[value=1, type=INTEGER], One[value=0, type=INTEGER], One[value=0, type=INTEGER], One[value=$$_posthog_breakdown_other_$$, type=TEXT], One[value=25, type=INTEGER], One[value=0, type=INTEGER]]
