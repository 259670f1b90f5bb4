-- The courses that the ledger knows. Until here there was one, so all that is kept is about course 1. Ids from any other course begin with its
-- number: see core/course-number.ts.
CREATE TABLE courses (
  number INTEGER PRIMARY KEY,
  name   TEXT    NOT NULL UNIQUE
) STRICT;

-- Numbers of the courses that a channel is asked from, as JSON.
ALTER TABLE quizzes ADD COLUMN courses TEXT NOT NULL DEFAULT '[1]';
-- Which course's points an answer earns. A team's own question is of its channel's first course.
ALTER TABLE rounds ADD COLUMN course INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN course INTEGER NOT NULL DEFAULT 1;
-- Which course somebody chose last, outside of all channels.
ALTER TABLE accounts ADD COLUMN course INTEGER;

-- A learner has one session of a kind in each course.
DROP INDEX sessions_running;
CREATE UNIQUE INDEX sessions_running ON sessions (account_id, kind, course) WHERE ended_at IS NULL;
