-- Whether a channel gets a recap of each week, and when to look next whether it is due.
ALTER TABLE quizzes ADD COLUMN weekly INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quizzes ADD COLUMN weekly_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX quizzes_by_weekly ON quizzes (weekly_at) WHERE weekly = 1;

-- The recaps of weeks, by their Mondays. `claimed`: it may be out, or never will be, so it is not posted again. `message`: its post.
-- `problem`: why it is missing. `stale`: how often what it shows has changed since it was drawn.
CREATE TABLE weekly_recaps (
  place_id INTEGER NOT NULL REFERENCES places,
  week     TEXT    NOT NULL,
  claimed  INTEGER NOT NULL,
  message  TEXT,
  problem  TEXT,
  stale    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (place_id, week)
) STRICT, WITHOUT ROWID;
CREATE INDEX weekly_recaps_stale ON weekly_recaps (place_id) WHERE stale > 0;
