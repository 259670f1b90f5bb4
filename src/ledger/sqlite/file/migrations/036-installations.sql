-- Where the app is installed, for a bot that serves many groups. An installation may be of one group, or of a whole organization. `token` is
-- sealed, and empty once the app was removed; `removed_at` is when its data begins to wait for its deletion.
CREATE TABLE installations (
  id           TEXT PRIMARY KEY,
  name         TEXT    NOT NULL,
  url          TEXT    NOT NULL,
  bot          TEXT    NOT NULL,
  bot_id       TEXT    NOT NULL,
  scopes       TEXT    NOT NULL,
  token        BLOB,
  installed_at INTEGER NOT NULL,
  removed_at   INTEGER,
  checked_at   INTEGER NOT NULL,
  refused_at   INTEGER,
  CHECK ((token IS NULL) = (removed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX installations_to_check ON installations (checked_at) WHERE removed_at IS NULL;

-- Which groups an installation serves. A group may have one of its own and be in an organization that has one.
CREATE TABLE served_groups (
  name            TEXT NOT NULL,
  installation_id TEXT NOT NULL REFERENCES installations,
  title           TEXT,
  PRIMARY KEY (name, installation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX served_groups_of ON served_groups (installation_id);

-- To forget a group is to delete its rounds, and each has to be looked for where it's named. The last two are empty nearly everywhere.
CREATE INDEX study_log_of_round ON study_log (round_id) WHERE round_id IS NOT NULL;
CREATE INDEX answers_superseded ON answers (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX events_of_round ON events (round_id) WHERE round_id IS NOT NULL;
