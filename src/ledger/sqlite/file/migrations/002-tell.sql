-- When a manager is to be told that a round was not held; empty where nobody has to be told, or somebody was.
ALTER TABLE rounds ADD COLUMN tell_at INTEGER;
CREATE INDEX rounds_to_tell ON rounds (tell_at) WHERE tell_at IS NOT NULL;
