-- Missed dates that follow each other are one round: when the last of them was due. A clock that ran ahead is known by it.
ALTER TABLE rounds ADD COLUMN missed_until INTEGER;
UPDATE rounds SET missed_until = due_at WHERE state = 'missed';
DROP INDEX rounds_missed;
CREATE INDEX rounds_missed ON rounds (missed_until) WHERE state = 'missed';
