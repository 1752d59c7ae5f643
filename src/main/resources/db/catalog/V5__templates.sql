CREATE TABLE dashboard_templates (
  id TEXT PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  deleted SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT
);
CREATE INDEX dashboard_templates_by_project ON dashboard_templates (project, deleted);
