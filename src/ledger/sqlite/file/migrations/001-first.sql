-- The first shape of the ledger. Moments are milliseconds since 1970, days are YYYY-MM-DD, lists are JSON.
-- Names from outside (groups, places, people, rounds) are kept once as `name`; all else refers to small integers.

-- `STUD`: no other program's database is taken for a ledger.
PRAGMA application_id = 0x53545544;

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- The group is that of the channel's quiz.
CREATE TABLE places (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE,
  group_id INTEGER NOT NULL REFERENCES groups
) STRICT;
CREATE INDEX places_of_group ON places (group_id);

-- One quiz a channel.
CREATE TABLE quizzes (
  place_id         INTEGER PRIMARY KEY REFERENCES places,
  time             TEXT    NOT NULL,
  zone             TEXT    NOT NULL,
  days             TEXT    NOT NULL,
  open_minutes     INTEGER,
  topics           TEXT    NOT NULL,
  feedback         TEXT    NOT NULL CHECK (feedback IN ('instant', 'at-close')),
  rollover_hour    INTEGER NOT NULL,
  catch_up_minutes INTEGER NOT NULL,
  managers         TEXT    NOT NULL,
  paused           INTEGER NOT NULL,
  skip_date        TEXT,
  last_date        TEXT,
  next_date        TEXT    NOT NULL,
  next_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX quizzes_due ON quizzes (next_at) WHERE paused = 0;

-- A round that was not held has no question, and its day is that on which it was due.
CREATE TABLE rounds (
  id            INTEGER PRIMARY KEY,
  name          TEXT    NOT NULL UNIQUE,
  place_id      INTEGER NOT NULL REFERENCES places,
  group_id      INTEGER NOT NULL REFERENCES groups,
  occasion      TEXT    NOT NULL,
  state         TEXT    NOT NULL
                CHECK (state IN ('claimed', 'sending', 'open', 'closed', 'failed', 'missed', 'skipped')),
  question      TEXT    NOT NULL,
  options       TEXT    NOT NULL,
  key           TEXT    NOT NULL,
  feedback      TEXT    NOT NULL CHECK (feedback IN ('instant', 'at-close')),
  zone          TEXT    NOT NULL,
  rollover_hour INTEGER NOT NULL,
  day           TEXT    NOT NULL,
  due_at        INTEGER NOT NULL,
  opened_at     INTEGER,
  closes_at     INTEGER NOT NULL,
  closed_at     INTEGER,
  message       TEXT,
  reason        TEXT,
  sending_since INTEGER,
  retry_at      INTEGER,
  redrawn       INTEGER NOT NULL DEFAULT 0,
  -- How many people answered, and how many of them right; set at the close.
  answered      INTEGER NOT NULL DEFAULT 0,
  right_answers INTEGER NOT NULL DEFAULT 0,
  UNIQUE (place_id, occasion)
) STRICT;
CREATE INDEX rounds_of_place ON rounds (place_id, due_at);
CREATE INDEX rounds_held ON rounds (place_id, day, state) WHERE state IN ('open', 'closed');
CREATE INDEX rounds_unsent ON rounds (due_at) WHERE state IN ('claimed', 'sending');
CREATE INDEX rounds_open ON rounds (closes_at) WHERE state = 'open';
CREATE INDEX rounds_open_of_place ON rounds (place_id, opened_at) WHERE state = 'open';
CREATE INDEX rounds_to_redraw ON rounds (closed_at) WHERE state = 'closed' AND redrawn = 0;

-- What managers' commands and presses were already taken; `round_id` is the round that one of them made.
CREATE TABLE events (
  place_id INTEGER NOT NULL REFERENCES places,
  kind     TEXT    NOT NULL CHECK (kind IN ('change', 'extra')),
  name     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  round_id INTEGER REFERENCES rounds,
  PRIMARY KEY (place_id, kind, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_age ON events (at);

CREATE TABLE people (
  id           INTEGER PRIMARY KEY,
  name         TEXT    NOT NULL,
  group_id     INTEGER NOT NULL REFERENCES groups,
  display_name TEXT    NOT NULL,
  hidden       INTEGER NOT NULL DEFAULT 0,
  gone         INTEGER NOT NULL DEFAULT 0,
  looked_up_at INTEGER NOT NULL,
  UNIQUE (name, group_id)
) STRICT;
CREATE INDEX people_to_look_up ON people (looked_up_at) WHERE hidden = 0 AND gone = 0;

-- What somebody is in one channel: when they last answered, and their streak.
CREATE TABLE members (
  person_id   INTEGER NOT NULL REFERENCES people,
  place_id    INTEGER NOT NULL REFERENCES places,
  current     INTEGER NOT NULL,
  longest     INTEGER NOT NULL,
  last_day    TEXT,
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;

-- `is_right` stays empty until the answer is judged, which at-close rounds do at their close.
CREATE TABLE answers (
  person_id INTEGER NOT NULL REFERENCES people,
  round_id  INTEGER NOT NULL REFERENCES rounds,
  chosen    TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  day       TEXT    NOT NULL,
  is_right  INTEGER,
  PRIMARY KEY (person_id, round_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_of_round ON answers (round_id, is_right, at);

-- How many people chose exactly these options in a round.
CREATE TABLE votes (
  round_id INTEGER NOT NULL REFERENCES rounds,
  chosen   TEXT    NOT NULL,
  people   INTEGER NOT NULL,
  PRIMARY KEY (round_id, chosen)
) STRICT, WITHOUT ROWID;

-- A board is a channel or a group over a week, a month, or all time.
CREATE TABLE boards (
  id       INTEGER PRIMARY KEY,
  scope    TEXT    NOT NULL CHECK (scope IN ('place', 'group')),
  owner_id INTEGER NOT NULL,
  period   TEXT    NOT NULL,
  UNIQUE (scope, owner_id, period)
) STRICT;

-- By person first, so that the six scores that one answer changes lie side by side. `reached_at` is when the points were reached,
-- `shown` is 0 for whoever is hidden or gone.
CREATE TABLE scores (
  person_id     INTEGER NOT NULL REFERENCES people,
  board_id      INTEGER NOT NULL REFERENCES boards,
  points        INTEGER NOT NULL,
  answered      INTEGER NOT NULL,
  right_answers INTEGER NOT NULL,
  reached_at    INTEGER NOT NULL,
  shown         INTEGER NOT NULL,
  PRIMARY KEY (person_id, board_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX scores_in_order ON scores (board_id, points DESC, answered, reached_at) WHERE shown = 1;

-- How many people stand at each number of points, so that a rank is a short sum and not a count of people.
CREATE TABLE levels (
  board_id INTEGER NOT NULL REFERENCES boards,
  points   INTEGER NOT NULL,
  people   INTEGER NOT NULL,
  PRIMARY KEY (board_id, points)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER score_appears AFTER INSERT ON scores WHEN NEW.shown = 1 BEGIN
  INSERT INTO levels VALUES (NEW.board_id, NEW.points, 1)
    ON CONFLICT DO UPDATE SET people = people + 1;
END;

CREATE TRIGGER score_moves AFTER UPDATE OF points, shown ON scores
WHEN OLD.points <> NEW.points OR OLD.shown <> NEW.shown BEGIN
  UPDATE levels SET people = people - 1 WHERE board_id = OLD.board_id AND points = OLD.points AND OLD.shown = 1;
  INSERT INTO levels SELECT NEW.board_id, NEW.points, 1 WHERE NEW.shown = 1
    ON CONFLICT DO UPDATE SET people = people + 1;
END;
