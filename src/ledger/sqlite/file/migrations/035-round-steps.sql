-- What happened to a round beside what its own row says, for `study -- round`.
ALTER TABLE rounds ADD COLUMN claimed_at INTEGER;

-- `waited`: it couldn't be posted and was to be tried again; `detail` is the reason, `first_at` and `last_at` when it was to be tried.
-- The others: somebody was told of it; `detail` is 'manager', 'owner' or 'channel', never a person.
CREATE TABLE round_steps (
  round_id INTEGER NOT NULL REFERENCES rounds,
  step     TEXT    NOT NULL CHECK (step IN ('waited', 'told', 'told-changed', 'told-old-key')),
  detail   TEXT    NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  times    INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (round_id, step, detail)
) STRICT, WITHOUT ROWID;
