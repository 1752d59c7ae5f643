CREATE TABLE dashboards (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  revision BIGINT NOT NULL,
  name TEXT,
  description TEXT NOT NULL,
  type TEXT NOT NULL,
  visibility TEXT NOT NULL,
  tags TEXT NOT NULL,
  pinned SMALLINT NOT NULL,
  refresh_interval BIGINT,
  creation_mode TEXT NOT NULL,
  restriction_level SMALLINT NOT NULL,
  archived SMALLINT NOT NULL,
  deleted SMALLINT NOT NULL,
  extras TEXT NOT NULL,
  -- Without case, for search and order that are the same in every database.
  sort_name TEXT,
  search_text TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT,
  updated_at BIGINT NOT NULL,
  updated_by BIGINT,
  accessed_at BIGINT
);
CREATE INDEX dashboards_by_project ON dashboards (project, deleted);

-- Immutable; only ever inserted.
CREATE TABLE revisions (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  dashboard BIGINT NOT NULL REFERENCES dashboards (id) ON DELETE CASCADE,
  parent BIGINT,
  author BIGINT,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX revisions_by_dashboard ON revisions (dashboard, id);

-- What current contents hold, for looking up from the other end. Written with each revision.
CREATE TABLE cards (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  dashboard BIGINT NOT NULL REFERENCES dashboards (id) ON DELETE CASCADE,
  removed SMALLINT NOT NULL
);
CREATE INDEX cards_by_dashboard ON cards (dashboard);

CREATE TABLE charts (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  dashboard BIGINT NOT NULL REFERENCES dashboards (id) ON DELETE CASCADE,
  card BIGINT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
  insight BIGINT,
  text BIGINT
);
CREATE INDEX charts_by_dashboard ON charts (dashboard);
CREATE INDEX charts_by_card ON charts (card);
CREATE INDEX charts_by_insight ON charts (insight);
CREATE INDEX charts_by_text ON charts (text);

CREATE TABLE insights (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  short_id TEXT NOT NULL UNIQUE,
  revision BIGINT NOT NULL,
  name TEXT,
  derived_name TEXT,
  description TEXT,
  query TEXT,
  filters TEXT NOT NULL,
  saved SMALLINT NOT NULL,
  favorited SMALLINT NOT NULL,
  tags TEXT NOT NULL,
  extras TEXT NOT NULL,
  deleted SMALLINT NOT NULL,
  -- The dashboard whose deletion took the insight along.
  deleted_with BIGINT,
  sort_name TEXT,
  search_text TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT,
  modified_at BIGINT NOT NULL,
  modified_by BIGINT,
  updated_at BIGINT NOT NULL
);
CREATE INDEX insights_by_project ON insights (project, deleted);

CREATE TABLE insight_revisions (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  insight BIGINT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
  author BIGINT,
  at BIGINT NOT NULL,
  query TEXT,
  filters TEXT NOT NULL
);
CREATE INDEX insight_revisions_by_insight ON insight_revisions (insight, id);

CREATE TABLE texts (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT,
  modified_at BIGINT NOT NULL,
  modified_by BIGINT
);

CREATE TABLE tags (
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (project, kind, item, tag)
);
