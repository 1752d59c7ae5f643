-- Notes at a day, on an insight, a dashboard, the project or the whole organisation.
CREATE TABLE annotations (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  content TEXT,
  marked_at BIGINT,
  creation_type TEXT NOT NULL,
  scope TEXT NOT NULL,
  dashboard BIGINT,
  insight BIGINT,
  deleted SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT,
  updated_at BIGINT NOT NULL
);
CREATE INDEX annotations_by_project ON annotations (project, deleted);

-- The kind of an insight's question, such as TrendsQuery; null where there is none.
ALTER TABLE insights ADD COLUMN kind TEXT;
UPDATE insights SET kind = CASE
  WHEN query LIKE '%"kind":"FunnelsQuery"%' THEN 'FunnelsQuery'
  WHEN query LIKE '%"kind":"RetentionQuery"%' THEN 'RetentionQuery'
  WHEN query LIKE '%"kind":"PathsQuery"%' THEN 'PathsQuery'
  WHEN query LIKE '%"kind":"StickinessQuery"%' THEN 'StickinessQuery'
  WHEN query LIKE '%"kind":"LifecycleQuery"%' THEN 'LifecycleQuery'
  WHEN query LIKE '%"kind":"TrendsQuery"%' THEN 'TrendsQuery'
  WHEN query LIKE '%"kind":"HogQLQuery"%' THEN 'HogQLQuery'
  ELSE 'Query' END
WHERE query IS NOT NULL;

-- When each user last looked at a dashboard or an insight.
CREATE TABLE views (
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  viewer BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (project, kind, item, viewer)
);
