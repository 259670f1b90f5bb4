-- The words of a question as it was asked: JSON, each wording once, by its SHA-256.
CREATE TABLE contents (
  id   INTEGER PRIMARY KEY,
  hash TEXT    NOT NULL UNIQUE,
  body TEXT    NOT NULL
) STRICT;

-- What the round asks. Empty where there is no question, or a version before this one claimed the round.
ALTER TABLE rounds ADD COLUMN content_id INTEGER REFERENCES contents;
-- When a manager is to be told that the course has changed since the round was claimed (empty: nothing to tell), and whether one was told.
ALTER TABLE rounds ADD COLUMN change_tell_at INTEGER;
ALTER TABLE rounds ADD COLUMN change_told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX rounds_change_to_tell ON rounds (change_tell_at) WHERE change_tell_at IS NOT NULL;
CREATE INDEX rounds_to_compare ON rounds (content_id) WHERE content_id IS NOT NULL AND state IN ('claimed', 'sending', 'open');

-- The few people whose answers a small group may not show.
CREATE INDEX people_hidden ON people (group_id) WHERE hidden = 1;
