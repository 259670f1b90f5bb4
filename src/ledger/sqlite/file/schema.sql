-- All tables as the migrations leave them, for a new database. `npm run schemas` writes this file: a change is a new migration.

PRAGMA application_id = 1398035780;

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE places (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE,
  group_id INTEGER NOT NULL REFERENCES groups
) STRICT;

CREATE INDEX places_of_group ON places (group_id);

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
, retired TEXT CHECK (retired IN ('deleted', 'archived', 'unreachable')), unreachable INTEGER NOT NULL DEFAULT 0, tell_at INTEGER, recap TEXT NOT NULL DEFAULT 'next' CHECK (recap IN ('next', 'thread', 'off')), mention TEXT, holidays TEXT, holidays_until TEXT, weekly INTEGER NOT NULL DEFAULT 0, weekly_at INTEGER NOT NULL DEFAULT 0, thread INTEGER NOT NULL DEFAULT 0, thread_problem TEXT, thread_tell_at INTEGER, courses TEXT NOT NULL DEFAULT '[1]') STRICT;

CREATE INDEX quizzes_due ON quizzes (next_at) WHERE paused = 0;

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
  right_answers INTEGER NOT NULL DEFAULT 0, tell_at INTEGER, shown_answers INTEGER NOT NULL DEFAULT 0, extras TEXT, replied INTEGER NOT NULL DEFAULT 0, missed_until INTEGER, content_id INTEGER REFERENCES contents, change_tell_at INTEGER, change_told INTEGER NOT NULL DEFAULT 0, voided INTEGER NOT NULL DEFAULT 0, other_keys TEXT, corrected_at INTEGER, rejudge INTEGER NOT NULL DEFAULT 0, course_key TEXT, key_tell_at INTEGER, thread_at INTEGER, shared_id INTEGER REFERENCES places, course INTEGER NOT NULL DEFAULT 1, claimed_at INTEGER,
  UNIQUE (place_id, occasion)
) STRICT;

CREATE INDEX rounds_of_place ON rounds (place_id, due_at);

CREATE INDEX rounds_held ON rounds (place_id, day, state) WHERE state IN ('open', 'closed');

CREATE INDEX rounds_unsent ON rounds (due_at) WHERE state IN ('claimed', 'sending');

CREATE INDEX rounds_open ON rounds (closes_at) WHERE state = 'open';

CREATE INDEX rounds_open_of_place ON rounds (place_id, opened_at) WHERE state = 'open';

CREATE INDEX rounds_to_redraw ON rounds (closed_at) WHERE state = 'closed' AND redrawn = 0;

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
  looked_up_at INTEGER NOT NULL, account_id INTEGER REFERENCES accounts, alias TEXT, alias_key TEXT, hides INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name, group_id)
) STRICT;

CREATE INDEX people_to_look_up ON people (looked_up_at) WHERE hidden = 0 AND gone = 0;

CREATE TABLE members (
  person_id   INTEGER NOT NULL REFERENCES people,
  place_id    INTEGER NOT NULL REFERENCES places,
  current     INTEGER NOT NULL,
  longest     INTEGER NOT NULL,
  last_day    TEXT,
  answered_at INTEGER NOT NULL, grace INTEGER NOT NULL DEFAULT 0, toward INTEGER NOT NULL DEFAULT 0, grace_day TEXT,
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  person_id INTEGER NOT NULL REFERENCES people,
  round_id  INTEGER NOT NULL REFERENCES rounds,
  chosen    TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  day       TEXT    NOT NULL,
  is_right  INTEGER, was_right INTEGER, tell_at INTEGER, superseded_by INTEGER REFERENCES rounds, present INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (person_id, round_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_of_round ON answers (round_id, is_right, at);

CREATE TABLE votes (
  round_id INTEGER NOT NULL REFERENCES rounds,
  chosen   TEXT    NOT NULL,
  people   INTEGER NOT NULL,
  PRIMARY KEY (round_id, chosen)
) STRICT, WITHOUT ROWID;

CREATE TABLE boards (
  id       INTEGER PRIMARY KEY,
  scope    TEXT    NOT NULL CHECK (scope IN ('place', 'group')),
  owner_id INTEGER NOT NULL,
  period   TEXT    NOT NULL,
  UNIQUE (scope, owner_id, period)
) STRICT;

CREATE TABLE scores (
  person_id     INTEGER NOT NULL REFERENCES people,
  board_id      INTEGER NOT NULL REFERENCES boards,
  points        INTEGER NOT NULL,
  answered      INTEGER NOT NULL,
  right_answers INTEGER NOT NULL,
  reached_at    INTEGER NOT NULL,
  shown         INTEGER NOT NULL, days INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (person_id, board_id)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX rounds_to_tell ON rounds (tell_at) WHERE tell_at IS NOT NULL;

CREATE TABLE removals (
  group_id INTEGER PRIMARY KEY REFERENCES groups,
  at       INTEGER NOT NULL
) STRICT;

CREATE INDEX people_gone ON people (looked_up_at) WHERE hidden = 0 AND gone = 1;

CREATE INDEX quizzes_to_tell ON quizzes (tell_at) WHERE tell_at IS NOT NULL;

CREATE INDEX rounds_missed ON rounds (missed_until) WHERE state = 'missed';

CREATE TABLE contents (
  id   INTEGER PRIMARY KEY,
  hash TEXT    NOT NULL UNIQUE,
  body TEXT    NOT NULL
) STRICT;

CREATE INDEX rounds_change_to_tell ON rounds (change_tell_at) WHERE change_tell_at IS NOT NULL;

CREATE INDEX rounds_to_compare ON rounds (content_id) WHERE content_id IS NOT NULL AND state IN ('claimed', 'sending', 'open');

CREATE INDEX people_hidden ON people (group_id) WHERE hidden = 1;

CREATE TABLE learners (
  id         INTEGER PRIMARY KEY,
  -- The last entry of the log that its memories contain.
  remembered INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE accounts (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  learner_id INTEGER NOT NULL REFERENCES learners
, course INTEGER) STRICT;

CREATE INDEX accounts_of_learner ON accounts (learner_id);

CREATE INDEX people_of_account ON people (account_id);

CREATE TABLE items (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE study_log (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts,
  item_id    INTEGER NOT NULL REFERENCES items,
  day        TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  source     TEXT    NOT NULL CHECK (source IN ('daily', 'practice', 'review', 'exam', 'cards', 'drill', 'case')),
  grade      TEXT    NOT NULL CHECK (grade IN ('again', 'hard', 'good')),
  round_id   INTEGER REFERENCES rounds,
  amends     INTEGER NOT NULL DEFAULT 0
, counts INTEGER NOT NULL DEFAULT 1, replaces INTEGER) STRICT;

CREATE INDEX study_log_of_account ON study_log (account_id, id);

CREATE TABLE memories (
  learner_id INTEGER NOT NULL REFERENCES learners,
  item_id    INTEGER NOT NULL REFERENCES items,
  stability  REAL    NOT NULL,
  difficulty REAL    NOT NULL,
  reps       INTEGER NOT NULL,
  lapses     INTEGER NOT NULL,
  last       TEXT    NOT NULL,
  due        TEXT    NOT NULL,
  PRIMARY KEY (learner_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts,
  kind       TEXT    NOT NULL CHECK (kind IN ('practice', 'review', 'exam', 'cards', 'drill', 'case')),
  about      TEXT,
  tasks      TEXT    NOT NULL,
  steps      TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  zone       TEXT    NOT NULL,
  started_at INTEGER NOT NULL,
  ends_at    INTEGER,
  ended_at   INTEGER,
  abandoned  INTEGER NOT NULL DEFAULT 0,
  given_back INTEGER NOT NULL DEFAULT 0
, course INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE INDEX sessions_timed ON sessions (ends_at) WHERE ended_at IS NULL AND ends_at IS NOT NULL;

CREATE TABLE reminders (
  account_id INTEGER PRIMARY KEY REFERENCES accounts,
  time       TEXT    NOT NULL,
  zone       TEXT    NOT NULL,
  next_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX reminders_due ON reminders (next_at);

CREATE TABLE duty_reviews (
  place_id    INTEGER PRIMARY KEY REFERENCES places,
  is_on       INTEGER NOT NULL,
  quarter     TEXT    NOT NULL,
  counts_from INTEGER NOT NULL,
  next_at     INTEGER NOT NULL,
  posted      TEXT,
  problem     TEXT
) STRICT;

CREATE INDEX duty_reviews_due ON duty_reviews (next_at) WHERE is_on = 1;

CREATE TABLE forgotten_votes (
  round_id INTEGER NOT NULL REFERENCES rounds,
  chosen   TEXT    NOT NULL,
  people   INTEGER NOT NULL,
  PRIMARY KEY (round_id, chosen)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX people_aliases ON people (group_id, alias_key) WHERE alias_key IS NOT NULL;

CREATE TABLE days_off (
  place_id  INTEGER NOT NULL REFERENCES places,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('off', 'pause', 'holiday')),
  name      TEXT    NOT NULL,
  by_person TEXT,
  at        INTEGER NOT NULL,
  PRIMARY KEY (place_id, from_date, to_date, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX quizzes_by_holidays ON quizzes (holidays_until) WHERE holidays IS NOT NULL;

CREATE TABLE away (
  person_id INTEGER NOT NULL REFERENCES people,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (person_id, from_date, to_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE streak_starts (
  person_id INTEGER NOT NULL REFERENCES people,
  place_id  INTEGER NOT NULL REFERENCES places,
  current   INTEGER NOT NULL,
  longest   INTEGER NOT NULL,
  last_day  TEXT,
  grace     INTEGER NOT NULL,
  toward    INTEGER NOT NULL,
  grace_day TEXT,
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  id             INTEGER PRIMARY KEY,
  round_id       INTEGER NOT NULL REFERENCES rounds,
  at             INTEGER NOT NULL,
  by_person      TEXT,
  by_operator    INTEGER NOT NULL,
  why            TEXT    NOT NULL,
  voided         INTEGER NOT NULL,
  key            TEXT    NOT NULL,
  content_id     INTEGER REFERENCES contents,
  voided_before  INTEGER NOT NULL,
  key_before     TEXT    NOT NULL,
  content_before INTEGER REFERENCES contents,
  undone_at      INTEGER,
  undone_by      TEXT
, course_correction_id INTEGER REFERENCES course_corrections) STRICT;

CREATE INDEX corrections_of_round ON corrections (round_id, id);

CREATE INDEX rounds_to_rejudge ON rounds (id) WHERE rejudge = 1;

CREATE INDEX answers_to_tell ON answers (tell_at) WHERE tell_at IS NOT NULL;

CREATE INDEX quizzes_by_weekly ON quizzes (weekly_at) WHERE weekly = 1;

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

CREATE TABLE link_tries (
  account_id INTEGER NOT NULL REFERENCES accounts,
  at         INTEGER NOT NULL
) STRICT;

CREATE INDEX link_tries_of_account ON link_tries (account_id, at);

CREATE INDEX link_tries_by_age ON link_tries (at);

CREATE TABLE "paused_items" (
  account_id INTEGER NOT NULL REFERENCES accounts,
  item_id    INTEGER NOT NULL REFERENCES items,
  at         INTEGER NOT NULL,
  PRIMARY KEY (account_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "ticks" (
  account_id INTEGER NOT NULL REFERENCES accounts,
  item       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (account_id, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_past ON sessions (account_id, kind, ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE course_corrections (
  id            INTEGER PRIMARY KEY,
  question      TEXT    NOT NULL,
  at            INTEGER NOT NULL,
  why           TEXT    NOT NULL,
  voided        INTEGER NOT NULL,
  key           TEXT    NOT NULL,
  content_id    INTEGER NOT NULL REFERENCES contents,
  mark          INTEGER NOT NULL,
  key_asked     TEXT    NOT NULL,
  content_asked INTEGER NOT NULL REFERENCES contents,
  mark_asked    INTEGER NOT NULL,
  undone_at     INTEGER
) STRICT;

CREATE INDEX rounds_key_to_tell ON rounds (key_tell_at) WHERE key_tell_at IS NOT NULL;

CREATE INDEX rounds_old_keys ON rounds (place_id, due_at) WHERE course_key IS NOT NULL;

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

CREATE INDEX reports_of_place ON reports (place_id) WHERE settled_at IS NULL;

CREATE INDEX reports_to_tell ON reports (tell_at) WHERE tell_at IS NOT NULL;

CREATE TABLE seasons (
  place_id  INTEGER NOT NULL REFERENCES places,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  name_key  TEXT    NOT NULL,
  PRIMARY KEY (place_id, from_date),
  UNIQUE (place_id, name_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_of_day ON answers (person_id, day);

CREATE INDEX scores_in_order ON scores (board_id, points DESC, answered, reached_at, right_answers, days) WHERE shown = 1;

CREATE TABLE final_boards (
  place_id INTEGER PRIMARY KEY REFERENCES places,
  week     INTEGER NOT NULL,
  season   INTEGER NOT NULL,
  since    TEXT    NOT NULL,
  look_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX final_boards_due ON final_boards (look_at) WHERE week = 1 OR season = 1;

CREATE TABLE final_posts (
  place_id  INTEGER NOT NULL REFERENCES places,
  period    TEXT    NOT NULL,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  name      TEXT,
  claimed   INTEGER NOT NULL,
  message   TEXT,
  problem   TEXT,
  stale     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (place_id, period)
) STRICT, WITHOUT ROWID;

CREATE INDEX final_posts_stale ON final_posts (place_id) WHERE stale > 0;

CREATE TABLE team_questions (
  id          INTEGER PRIMARY KEY,
  place_id    INTEGER NOT NULL REFERENCES places,
  name        TEXT    NOT NULL UNIQUE,
  body        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  author      TEXT,
  added_at    INTEGER NOT NULL,
  approved_at INTEGER
) STRICT;

CREATE INDEX team_questions_by_place ON team_questions (place_id);

CREATE TABLE nudges (
  person_id INTEGER NOT NULL REFERENCES people,
  place_id  INTEGER NOT NULL REFERENCES places,
  lead      INTEGER,
  next_at   INTEGER,
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX nudges_due ON nudges (next_at) WHERE next_at IS NOT NULL;

CREATE INDEX nudges_of_place ON nudges (place_id);

CREATE INDEX quizzes_thread_to_tell ON quizzes (thread_tell_at) WHERE thread_tell_at IS NOT NULL;

CREATE INDEX rounds_to_thread ON rounds (thread_at) WHERE thread_at IS NOT NULL;

CREATE TABLE shared_channels (
  place_id  INTEGER PRIMARY KEY REFERENCES places,
  shared_id INTEGER NOT NULL REFERENCES places,
  leads     INTEGER NOT NULL,
  joined_at INTEGER NOT NULL
) STRICT;

CREATE INDEX shared_channels_together ON shared_channels (shared_id, joined_at);

CREATE INDEX rounds_together ON rounds (shared_id, occasion) WHERE shared_id IS NOT NULL;

CREATE TABLE share_codes (
  place_id  INTEGER PRIMARY KEY REFERENCES places,
  hash      TEXT    NOT NULL UNIQUE,
  by_person TEXT    NOT NULL,
  ends_at   INTEGER NOT NULL,
  used_at   INTEGER
) STRICT;

CREATE TABLE share_tries (
  person TEXT    NOT NULL,
  at     INTEGER NOT NULL
) STRICT;

CREATE INDEX share_tries_of_person ON share_tries (person, at);

CREATE TABLE teams (
  place_id INTEGER NOT NULL REFERENCES places,
  position INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  name_key TEXT    NOT NULL,
  PRIMARY KEY (place_id, position),
  UNIQUE (place_id, name_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_members (
  place_id INTEGER NOT NULL,
  person   TEXT    NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (place_id, person),
  FOREIGN KEY (place_id, position) REFERENCES teams
) STRICT, WITHOUT ROWID;

CREATE INDEX team_members_by_team ON team_members (place_id, position);

CREATE UNIQUE INDEX reports_open ON reports (account_id, question, kind) WHERE settled_at IS NULL;

CREATE INDEX scores_of_present ON scores (board_id) WHERE answered = 0 AND days > 0;

CREATE TABLE courses (
  number INTEGER PRIMARY KEY,
  name   TEXT    NOT NULL UNIQUE
) STRICT;

CREATE UNIQUE INDEX sessions_running ON sessions (account_id, kind, course) WHERE ended_at IS NULL;

CREATE TABLE team_decks (
  id          INTEGER PRIMARY KEY,
  place_id    INTEGER NOT NULL REFERENCES places,
  name        TEXT    NOT NULL UNIQUE,
  body        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  author      TEXT,
  added_at    INTEGER NOT NULL,
  approved_at INTEGER
) STRICT;

CREATE INDEX team_decks_by_place ON team_decks (place_id);

CREATE TABLE round_steps (
  round_id INTEGER NOT NULL REFERENCES rounds,
  step     TEXT    NOT NULL CHECK (step IN ('waited', 'told', 'told-changed', 'told-old-key')),
  detail   TEXT    NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  times    INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (round_id, step, detail)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE served_groups (
  name            TEXT NOT NULL,
  installation_id TEXT NOT NULL REFERENCES installations,
  title           TEXT,
  PRIMARY KEY (name, installation_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX served_groups_of ON served_groups (installation_id);

CREATE INDEX study_log_of_round ON study_log (round_id) WHERE round_id IS NOT NULL;

CREATE INDEX answers_superseded ON answers (superseded_by) WHERE superseded_by IS NOT NULL;

CREATE INDEX events_of_round ON events (round_id) WHERE round_id IS NOT NULL;
