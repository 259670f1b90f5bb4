-- Who linked two accounts as the same human being: `giver` had the code, `taker` used it. What is linked, directly or not, is one learner. Names
-- and groups are those of that moment. `tell_at`: when the giver is to be told; empty once they were. `ended_at`: it was taken apart before that.
CREATE TABLE links (
  id           INTEGER PRIMARY KEY,
  name         TEXT    NOT NULL UNIQUE,
  account_id   INTEGER NOT NULL REFERENCES accounts,
  giver        TEXT    NOT NULL,
  giver_group  TEXT    NOT NULL,
  giver_name   TEXT    NOT NULL,
  taker_id     INTEGER NOT NULL REFERENCES accounts,
  taker        TEXT    NOT NULL,
  taker_group  TEXT    NOT NULL,
  taker_name   TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  ended_at     INTEGER,
  tell_at      INTEGER
) STRICT;
CREATE INDEX links_of_giver ON links (account_id);
CREATE INDEX links_of_taker ON links (taker_id);
CREATE INDEX links_to_tell ON links (tell_at) WHERE tell_at IS NOT NULL;

-- The code that somebody can link with, one for each account, and only its SHA-256.
CREATE TABLE link_codes (
  account_id   INTEGER PRIMARY KEY REFERENCES accounts,
  hash         TEXT    NOT NULL UNIQUE,
  person       TEXT    NOT NULL,
  person_group TEXT    NOT NULL,
  person_name  TEXT    NOT NULL,
  ends_at      INTEGER NOT NULL,
  used_at      INTEGER
) STRICT;
CREATE INDEX link_codes_by_end ON link_codes (ends_at);

-- When somebody typed a code that didn't work.
CREATE TABLE link_tries (
  account_id INTEGER NOT NULL REFERENCES accounts,
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX link_tries_of_account ON link_tries (account_id, at);
CREATE INDEX link_tries_by_age ON link_tries (at);

-- `hides`: what somebody asked for. `hidden`: how it is, since who hides in one account is hidden in all that are linked with it.
ALTER TABLE people ADD COLUMN hides INTEGER NOT NULL DEFAULT 0;
UPDATE people SET hides = hidden;

-- What somebody does alone is their account's, so that it can be taken apart: until here, each learner had one account.
CREATE TABLE paused_items_of_accounts (
  account_id INTEGER NOT NULL REFERENCES accounts,
  item_id    INTEGER NOT NULL REFERENCES items,
  at         INTEGER NOT NULL,
  PRIMARY KEY (account_id, item_id)
) STRICT, WITHOUT ROWID;
INSERT INTO paused_items_of_accounts SELECT a.id, p.item_id, p.at FROM paused_items p JOIN accounts a ON a.learner_id = p.learner_id;
DROP TABLE paused_items;
ALTER TABLE paused_items_of_accounts RENAME TO paused_items;

CREATE TABLE ticks_of_accounts (
  account_id INTEGER NOT NULL REFERENCES accounts,
  item       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (account_id, item)
) STRICT, WITHOUT ROWID;
INSERT INTO ticks_of_accounts SELECT a.id, t.item, t.at FROM ticks t JOIN accounts a ON a.learner_id = t.learner_id;
DROP TABLE ticks;
ALTER TABLE ticks_of_accounts RENAME TO ticks;

DROP INDEX sessions_running;
DROP INDEX sessions_past;
ALTER TABLE sessions DROP COLUMN learner_id;
CREATE UNIQUE INDEX sessions_running ON sessions (account_id, kind) WHERE ended_at IS NULL;
CREATE INDEX sessions_past ON sessions (account_id, kind, ended_at) WHERE ended_at IS NOT NULL;
