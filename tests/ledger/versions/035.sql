-- Version 35 keeps what happened to a round. Here one waited once.
INSERT INTO round_steps (round_id, step, detail, first_at, last_at) VALUES (1, 'waited', 'Slack is away.', 1767607200000, 1767607260000);
UPDATE rounds SET claimed_at = due_at WHERE id = 1;
