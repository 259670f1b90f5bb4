-- Version 14 also keeps how people voted whose data was deleted: here one vote in the first closed round.
INSERT INTO forgotten_votes (round_id, chosen, people) SELECT id, '["a"]', 1 FROM rounds WHERE state = 'closed' ORDER BY due_at LIMIT 1;
INSERT INTO votes (round_id, chosen, people) SELECT round_id, chosen, people FROM forgotten_votes WHERE true
  ON CONFLICT DO UPDATE SET people = people + excluded.people;
