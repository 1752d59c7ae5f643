-- Who did what. A project's number stays when the project is gone; the user is null when nobody known
-- did it, the organisation when it is not known whom it concerns.
CREATE TABLE audit (
  id ${id} PRIMARY KEY,
  at BIGINT NOT NULL,
  organisation BIGINT REFERENCES organisations (id) ON DELETE CASCADE,
  project BIGINT,
  user_id BIGINT,
  deed TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  address TEXT
);
CREATE INDEX audit_by_organisation ON audit (organisation, id);

-- Files of rows that were put into datasets, whole or in parts.
CREATE TABLE imports (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  dataset TEXT NOT NULL,
  file TEXT NOT NULL,
  user_id BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  warned BIGINT NOT NULL,
  done SMALLINT NOT NULL
);
CREATE INDEX imports_by_project ON imports (project, id);

-- The hash of a link by which somebody chooses a password, and until when it works.
ALTER TABLE users ADD COLUMN invitation TEXT;
ALTER TABLE users ADD COLUMN invited_until BIGINT;
CREATE UNIQUE INDEX users_by_invitation ON users (invitation);

-- From where somebody signed in; null for programs and for sessions from before.
ALTER TABLE sessions ADD COLUMN address TEXT;
ALTER TABLE sessions ADD COLUMN agent TEXT;
