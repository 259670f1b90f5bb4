-- What was missed and is not due yet, because the machine's clock was ahead for a while.
CREATE INDEX rounds_missed ON rounds (due_at) WHERE state = 'missed';
