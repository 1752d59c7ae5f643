-- Which dashboards users were given, in the order of their numbers. At most one of a user's in a project is chosen
-- as the default.
CREATE TABLE assignments (
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  dashboard BIGINT NOT NULL REFERENCES dashboards (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  chosen SMALLINT NOT NULL,
  PRIMARY KEY (user_id, dashboard)
);
CREATE INDEX assignments_by_user ON assignments (project, user_id, number);
