-- What learners ticked themselves in the checklist of their course.
CREATE TABLE ticks (
  learner_id INTEGER NOT NULL REFERENCES learners,
  item       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (learner_id, item)
) STRICT, WITHOUT ROWID;
