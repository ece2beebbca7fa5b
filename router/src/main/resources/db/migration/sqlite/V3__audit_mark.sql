-- How far the audit log of a data directory was written, so that one that is gone or was put back is noticed.
CREATE TABLE audit_mark (
  log            TEXT    PRIMARY KEY,
  sequence       INTEGER NOT NULL,
  hash           TEXT    NOT NULL,
  seen_at_nanos  INTEGER NOT NULL
) WITHOUT ROWID;
