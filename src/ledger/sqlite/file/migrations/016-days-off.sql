-- Days off of a channel: what managers took off, pauses that end by themselves, and public holidays. Both dates are included.
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
ALTER TABLE quizzes ADD COLUMN holidays TEXT;
ALTER TABLE quizzes ADD COLUMN holidays_until TEXT;
CREATE INDEX quizzes_by_holidays ON quizzes (holidays_until) WHERE holidays IS NOT NULL;

-- When people are away, in all channels of their group.
CREATE TABLE away (
  person_id INTEGER NOT NULL REFERENCES people,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (person_id, from_date, to_date)
) STRICT, WITHOUT ROWID;

-- Grace days held, study days toward the next one, and the missed day that one was spent on. See core/streak.ts.
ALTER TABLE members ADD COLUMN grace INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN toward INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN grace_day TEXT;
UPDATE members SET grace = min(2, current / 10), toward = iif(current >= 20, 0, current % 10);

-- Where the fold over somebody's answers starts if it is not at the first one: the streak as it stood when it was counted in another way.
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
INSERT INTO streak_starts SELECT person_id, place_id, current, longest, last_day, grace, toward, grace_day FROM members;
