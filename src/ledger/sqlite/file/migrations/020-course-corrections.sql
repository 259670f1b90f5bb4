-- What the operator corrected in the course for everybody, as long as the course files say what they said then. `mark`: the fingerprint by
-- which private sessions know the version of the question, before and after.
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

-- The correction of the course that a round was corrected by.
ALTER TABLE corrections ADD COLUMN course_correction_id INTEGER REFERENCES course_corrections;

-- The entry of a private session whose place this one takes, after a correction.
ALTER TABLE study_log ADD COLUMN replaces INTEGER;
