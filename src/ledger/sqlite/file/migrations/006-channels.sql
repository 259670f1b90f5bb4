-- Why the bot stopped a quiz by itself, how many due dates in a row were refused because its channel is lost, and when a manager is to be told
-- that it stopped; empty where nobody has to be told, or somebody was.
ALTER TABLE quizzes ADD COLUMN retired TEXT CHECK (retired IN ('deleted', 'archived', 'unreachable'));
ALTER TABLE quizzes ADD COLUMN unreachable INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quizzes ADD COLUMN tell_at INTEGER;
CREATE INDEX quizzes_to_tell ON quizzes (tell_at) WHERE tell_at IS NOT NULL;
