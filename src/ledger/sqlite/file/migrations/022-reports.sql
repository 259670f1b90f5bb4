-- What people say is wrong with questions. The channel is the one whose managers look after it; empty: only the operator can.
CREATE TABLE reports (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts,
  group_id   INTEGER REFERENCES groups,
  place_id   INTEGER REFERENCES places,
  question   TEXT    NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('wrong', 'unclear', 'typo', 'outdated')),
  words      TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  tell_at    INTEGER,
  told_at    INTEGER,
  settled_at INTEGER,
  settled_as TEXT CHECK (settled_as IN ('done', 'dismissed'))
) STRICT;
-- One open report of a person about a question.
CREATE UNIQUE INDEX reports_open ON reports (account_id, question) WHERE settled_at IS NULL;
CREATE INDEX reports_of_place ON reports (place_id) WHERE settled_at IS NULL;
CREATE INDEX reports_to_tell ON reports (tell_at) WHERE tell_at IS NOT NULL;
