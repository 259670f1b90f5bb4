-- Version 14 also keeps how people chose in closed rounds who had themselves forgotten: here one, in the first round.
INSERT INTO forgotten_votes (round_id, chosen, people) VALUES (1, '["c"]', 1);
UPDATE votes SET people = people + 1 WHERE round_id = 1 AND chosen = '["c"]';
UPDATE rounds SET answered = answered + 1 WHERE id = 1;
