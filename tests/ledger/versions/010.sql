-- Version 10 also keeps private sessions: here a practice that was stopped after its first answer.
INSERT INTO items (name) VALUES ('question:practiced');
INSERT INTO sessions (name, learner_id, account_id, kind, about, tasks, steps, position, zone, started_at, ended_at)
  SELECT '00000000000000aa', learner_id, id, 'practice', NULL, '[{"item":"question:practiced","order":["a","b"],"key":["a"],"content":1}]',
    '[[0,{"chosen":["a"],"at":1767776400000,"guess":false,"flag":false}]]', 0, 'UTC', 1767776400000, 1767776460000 FROM accounts ORDER BY id LIMIT 1;
INSERT INTO study_log (account_id, item_id, day, at, source, grade)
  SELECT s.account_id, i.id, '2026-01-07', 1767776400000, 'practice', 'good' FROM sessions s, items i WHERE i.name = 'question:practiced';
