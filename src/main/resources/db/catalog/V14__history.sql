-- Of which earlier revision this brought the content back; null when it did not.
ALTER TABLE revisions ADD COLUMN restored BIGINT;
-- Whether it changed what is on the dashboard.
ALTER TABLE revisions ADD COLUMN written SMALLINT NOT NULL DEFAULT 1;
-- What the insight was called when it got this query; null for versions from before.
ALTER TABLE insight_revisions ADD COLUMN name TEXT;
