-- The currency that a project's money is converted to; of projects that are not here nothing is.
CREATE TABLE reporting_currencies (
  project BIGINT PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
  currency TEXT NOT NULL
);
