-- Social profiles. One that only rows of datasets name has no row here.
CREATE TABLE profiles (
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  username TEXT NOT NULL,
  display_name TEXT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (project, username)
);

-- Their accounts at networks. Tokens are sealed with a key that is not in the catalog; the number
-- is another one each time the account is connected.
CREATE TABLE profile_accounts (
  number ${id} PRIMARY KEY,
  project BIGINT NOT NULL,
  username TEXT NOT NULL,
  platform TEXT NOT NULL,
  account_id TEXT NOT NULL,
  access_token TEXT,
  refresh_token TEXT,
  expires_at BIGINT,
  handle TEXT,
  base_url TEXT,
  page_id TEXT,
  page_urn TEXT,
  connected_at BIGINT NOT NULL,
  status TEXT NOT NULL,
  UNIQUE (project, username, platform),
  FOREIGN KEY (project, username) REFERENCES profiles (project, username) ON DELETE CASCADE
);

-- What became of collections; outcome is the answer for each platform, null while it goes on.
CREATE TABLE collections (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  username TEXT NOT NULL,
  day TEXT NOT NULL,
  cause TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  outcome TEXT
);
CREATE INDEX collections_by_profile ON collections (project, username, id);
CREATE INDEX collections_by_day ON collections (day, cause);

-- What the clock starts: the last day whose work is done.
CREATE TABLE daily_tasks (
  name TEXT PRIMARY KEY,
  done TEXT NOT NULL
);
