-- Whether each question of a channel gets a thread to talk about it, why the last one could not be opened, and when a manager is to be told;
-- empty where nobody has to be told, or somebody was.
ALTER TABLE quizzes ADD COLUMN thread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quizzes ADD COLUMN thread_problem TEXT;
ALTER TABLE quizzes ADD COLUMN thread_tell_at INTEGER;
CREATE INDEX quizzes_thread_to_tell ON quizzes (thread_tell_at) WHERE thread_tell_at IS NOT NULL;

-- When to open the thread of a round. Empty where none is wanted, and once it was claimed: it may be there, so it is not opened again.
ALTER TABLE rounds ADD COLUMN thread_at INTEGER;
CREATE INDEX rounds_to_thread ON rounds (thread_at) WHERE thread_at IS NOT NULL;
