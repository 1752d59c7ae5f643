-- Instants are microseconds since 1970-01-01T00:00:00Z, truths are 0 or 1, JSON is text.
-- Numbers come from "sequences", so that every database gives them alike.

CREATE TABLE sequences (
  name TEXT PRIMARY KEY,
  last BIGINT NOT NULL
);

CREATE TABLE organisations (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE users (
  id ${id} PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  distinct_id TEXT NOT NULL UNIQUE,
  password TEXT NOT NULL,
  active SMALLINT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE memberships (
  organisation BIGINT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (organisation, user_id)
);
CREATE INDEX memberships_by_user ON memberships (user_id);

CREATE TABLE projects (
  id ${id} PRIMARY KEY,
  organisation BIGINT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  week_start SMALLINT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  test_account_filters TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX projects_by_organisation ON projects (organisation);

CREATE TABLE api_keys (
  id ${id} PRIMARY KEY,
  user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  mask TEXT NOT NULL,
  scopes TEXT NOT NULL,
  projects TEXT NOT NULL,
  organisations TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  rolled_at BIGINT,
  used_at BIGINT,
  expires_at BIGINT
);
CREATE INDEX api_keys_by_user ON api_keys (user_id);

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);

-- What the configuration's bootstrap section made once: never made again.
CREATE TABLE bootstrapped (
  name TEXT PRIMARY KEY,
  at BIGINT NOT NULL
);
