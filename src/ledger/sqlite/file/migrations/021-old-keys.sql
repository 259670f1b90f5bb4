-- Closed rounds whose question has another answer in the course by now: that answer, and when a manager is to be told (empty: nothing to tell).
ALTER TABLE rounds ADD COLUMN course_key TEXT;
ALTER TABLE rounds ADD COLUMN key_tell_at INTEGER;
CREATE INDEX rounds_key_to_tell ON rounds (key_tell_at) WHERE key_tell_at IS NOT NULL;
CREATE INDEX rounds_old_keys ON rounds (place_id, due_at) WHERE course_key IS NOT NULL;
