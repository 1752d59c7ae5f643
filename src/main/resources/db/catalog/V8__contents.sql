-- The newest revision that changed what is on a dashboard; null as long as nothing ever was.
ALTER TABLE dashboards ADD COLUMN content_revision BIGINT;
-- When, and by whom, what is said about it was last changed.
ALTER TABLE dashboards ADD COLUMN described_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dashboards ADD COLUMN described_by BIGINT;
UPDATE dashboards SET content_revision = revision, described_at = updated_at, described_by = updated_by;
