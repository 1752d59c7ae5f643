-- Files of data that charts read, each under an address that clients chose.
CREATE TABLE data_files (
  organisation BIGINT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
  uri TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (organisation, uri)
);
