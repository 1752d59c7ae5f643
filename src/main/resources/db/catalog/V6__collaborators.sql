CREATE TABLE collaborators (
  dashboard BIGINT NOT NULL REFERENCES dashboards (id) ON DELETE CASCADE,
  user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  level SMALLINT NOT NULL,
  added_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (dashboard, user_id)
);
CREATE INDEX collaborators_by_user ON collaborators (project, user_id);
