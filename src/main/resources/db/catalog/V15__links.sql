-- A dashboard has any number of links; the main one is what clients of one link each see.
ALTER TABLE shares ADD COLUMN main SMALLINT NOT NULL DEFAULT 1;
ALTER TABLE shares ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE shares ADD COLUMN created_by BIGINT;
ALTER TABLE shares ADD COLUMN ends_at BIGINT;
ALTER TABLE shares ADD COLUMN used_at BIGINT;
-- What was revoked stays, so that its visitors can be told.
ALTER TABLE shares ADD COLUMN revoked_at BIGINT;

-- Null: of the main link, whatever token that has.
ALTER TABLE share_passwords ADD COLUMN share BIGINT;
