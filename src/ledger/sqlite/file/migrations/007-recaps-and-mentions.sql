-- How the close of a round is told, and whom the daily post pings.
ALTER TABLE quizzes ADD COLUMN recap TEXT NOT NULL DEFAULT 'next' CHECK (recap IN ('next', 'thread', 'off'));
ALTER TABLE quizzes ADD COLUMN mention TEXT;

-- What the post of a round shows besides its question, as JSON: fixed when it is first sent, so that every edit shows the same.
ALTER TABLE rounds ADD COLUMN extras TEXT;
-- The reply that tells the close of the round was claimed: it may be out, so it is never sent again.
ALTER TABLE rounds ADD COLUMN replied INTEGER NOT NULL DEFAULT 0;
