-- Actions, cohorts and variables of queries; "body" is what is particular to the kind.
CREATE TABLE definitions (
  id ${id} PRIMARY KEY,
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT,
  description TEXT NOT NULL,
  body TEXT NOT NULL,
  deleted SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  created_by BIGINT,
  updated_at BIGINT NOT NULL
);
CREATE INDEX definitions_by_project ON definitions (project, kind, deleted);

-- Types of properties that somebody named, whatever the values look like.
CREATE TABLE property_types (
  project BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (project, owner, name)
);
