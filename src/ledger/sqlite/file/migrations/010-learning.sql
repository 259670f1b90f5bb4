-- A learner is a human being; an account is what one platform knows of them; a person is an account in one group.
CREATE TABLE learners (
  id         INTEGER PRIMARY KEY,
  -- The last entry of the log that its memories contain.
  remembered INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE accounts (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  learner_id INTEGER NOT NULL REFERENCES learners
) STRICT;
CREATE INDEX accounts_of_learner ON accounts (learner_id);

-- Everybody who is known becomes a learner of their own. An account gets its real name when somebody is seen next.
ALTER TABLE people ADD COLUMN account_id INTEGER REFERENCES accounts;
INSERT INTO learners (id) SELECT id FROM people;
INSERT INTO accounts (id, name, learner_id)
  SELECT id, name || CASE (SELECT count(*) FROM people o WHERE o.name = p.name) WHEN 1 THEN '' ELSE ' ' || id END, id FROM people p;
UPDATE people SET account_id = id;
CREATE INDEX people_of_account ON people (account_id);

-- What can be learned: `question:…`, `card:…`.
CREATE TABLE items (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Every time somebody was asked and answered; rows are only ever added. `round_id` for the question of a channel. `amends`: takes the
-- place of the earlier row of the same account and round.
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
) STRICT;
CREATE INDEX study_log_of_account ON study_log (account_id, id);

INSERT OR IGNORE INTO items (name) SELECT DISTINCT 'question:' || question FROM rounds WHERE question <> '';
INSERT INTO study_log (account_id, item_id, day, at, source, grade, round_id)
  SELECT p.account_id, i.id, a.day, a.at, 'daily', CASE a.is_right WHEN 1 THEN 'good' ELSE 'again' END, r.id
  FROM answers a JOIN people p ON p.id = a.person_id JOIN rounds r ON r.id = a.round_id JOIN items i ON i.name = 'question:' || r.question
  WHERE a.is_right IS NOT NULL ORDER BY a.day, a.at, a.person_id;

-- Made from the log, and made again whenever that is simpler.
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

CREATE TABLE paused_items (
  learner_id INTEGER NOT NULL REFERENCES learners,
  item_id    INTEGER NOT NULL REFERENCES items,
  at         INTEGER NOT NULL,
  PRIMARY KEY (learner_id, item_id)
) STRICT, WITHOUT ROWID;

-- `tasks` and `steps` are lists as JSON.
CREATE TABLE sessions (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  learner_id INTEGER NOT NULL REFERENCES learners,
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
) STRICT;
CREATE UNIQUE INDEX sessions_running ON sessions (learner_id, kind) WHERE ended_at IS NULL;
CREATE INDEX sessions_timed ON sessions (ends_at) WHERE ended_at IS NULL AND ends_at IS NOT NULL;
CREATE INDEX sessions_past ON sessions (learner_id, kind, ended_at) WHERE ended_at IS NOT NULL;
