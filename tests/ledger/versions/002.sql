-- What version 2 adds to that: a manager is still to be told of the round that was missed.
UPDATE rounds SET tell_at = 1767805200000 WHERE id = 3;
