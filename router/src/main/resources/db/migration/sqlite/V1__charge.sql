-- One row a request. What is reserved before the call is never changed; the settlement fills the rest.
-- Money is in whole billionths of a US dollar, time in nanoseconds (since 1970-01-01T00:00Z, or long).
CREATE TABLE charge (
  sequence                     INTEGER PRIMARY KEY,
  request_id                   TEXT    NOT NULL UNIQUE,
  process                      TEXT    NOT NULL,
  started_at_nanos             INTEGER NOT NULL,
  operation                    TEXT    NOT NULL,
  key_name                     TEXT,
  request_model                TEXT    NOT NULL,
  provider_name                TEXT    NOT NULL,
  model                        TEXT    NOT NULL,
  locality                     TEXT    NOT NULL,
  privacy_class                TEXT    NOT NULL,
  task                         TEXT    NOT NULL,
  difficulty                   REAL    NOT NULL,
  reason                       TEXT    NOT NULL,
  stream                       INTEGER NOT NULL,
  estimated_cost_nanos         INTEGER NOT NULL,
  outcome                      TEXT,
  response_provider_name       TEXT,
  response_model               TEXT,
  response_locality            TEXT,
  input_tokens                 INTEGER,
  output_tokens                INTEGER,
  cache_read_input_tokens      INTEGER,
  cache_creation_input_tokens  INTEGER,
  reasoning_output_tokens      INTEGER,
  usage_source                 TEXT,
  list_cost_nanos              INTEGER,
  effective_cost_nanos         INTEGER,
  reference_model              TEXT,
  reference_cost_nanos         INTEGER,
  time_to_first_chunk_nanos    INTEGER,
  operation_duration_nanos     INTEGER,
  attempts                     INTEGER,
  error_kind                   TEXT
);

CREATE INDEX charge_by_start ON charge (started_at_nanos);

-- Small for ever: only the requests that are running, so that orphans are found without a scan.
CREATE INDEX charge_running ON charge (process) WHERE outcome IS NULL;
