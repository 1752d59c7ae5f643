-- A share that was rotated away lives on until it expires.
CREATE TABLE shares (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  enabled SMALLINT NOT NULL,
  settings TEXT NOT NULL,
  password_required SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT
);
CREATE INDEX shares_by_item ON shares (project, kind, item);

CREATE TABLE share_passwords (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  hash TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT,
  active SMALLINT NOT NULL
);
CREATE INDEX share_passwords_by_item ON share_passwords (project, kind, item);
