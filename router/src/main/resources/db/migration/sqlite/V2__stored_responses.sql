-- Answers that clients may come back to (OpenAI's Responses API), as plain text, for responses.retention.
-- A sequence number is never given twice, so that a deleted turn cannot be mistaken for a later one.
CREATE TABLE stored_response (
  sequence           INTEGER PRIMARY KEY AUTOINCREMENT,
  response_id        TEXT    NOT NULL,
  key_name           TEXT,
  created_at_nanos   INTEGER NOT NULL,
  previous           INTEGER,
  privacy_classes    TEXT    NOT NULL,
  privacy_treatment  TEXT    NOT NULL,
  response           TEXT    NOT NULL
);

CREATE INDEX stored_response_by_id ON stored_response (response_id);
CREATE INDEX stored_response_by_time ON stored_response (created_at_nanos);
CREATE INDEX stored_response_by_previous ON stored_response (previous) WHERE previous IS NOT NULL;

CREATE TABLE stored_item (
  response  INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  input     INTEGER NOT NULL,
  item_id   TEXT    NOT NULL,
  item      TEXT    NOT NULL,
  PRIMARY KEY (response, position)
) WITHOUT ROWID;

CREATE INDEX stored_item_by_id ON stored_item (item_id);
