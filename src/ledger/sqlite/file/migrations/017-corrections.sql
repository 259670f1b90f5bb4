-- Corrections of rounds: what they are judged and explained by since, and before. `by_person` is empty for the operator, and for whoever was
-- forgotten.
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
) STRICT;
CREATE INDEX corrections_of_round ON corrections (round_id, id);

-- No answer is right or wrong. `other_keys`: what else was shown as right, so that privacy can count on it. `rejudge`: some answers are
-- still judged by what held before; `corrected_at`: since when.
ALTER TABLE rounds ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rounds ADD COLUMN other_keys TEXT;
ALTER TABLE rounds ADD COLUMN corrected_at INTEGER;
ALTER TABLE rounds ADD COLUMN rejudge INTEGER NOT NULL DEFAULT 0;
CREATE INDEX rounds_to_rejudge ON rounds (id) WHERE rejudge = 1;

-- When somebody is to be told that their answer is judged otherwise, and the verdict that they know of.
ALTER TABLE answers ADD COLUMN was_right INTEGER;
ALTER TABLE answers ADD COLUMN tell_at INTEGER;
CREATE INDEX answers_to_tell ON answers (tell_at) WHERE tell_at IS NOT NULL;

-- 0: takes the place of an earlier row, and says nothing itself: its question doesn't count.
ALTER TABLE study_log ADD COLUMN counts INTEGER NOT NULL DEFAULT 1;
