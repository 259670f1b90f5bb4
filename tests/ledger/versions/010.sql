-- Version 10 also keeps what people study on their own: here Ben missed a card, set it aside, and began a practice.
INSERT INTO items (id, name) VALUES
  (1001, 'card:one');
INSERT INTO study_log (account_id, item_id, day, at, source, grade) VALUES
  (2, 1001, '2026-01-06', 1767690002000, 'cards', 'again');
INSERT INTO paused_items (learner_id, item_id, at) VALUES
  (2, 1001, 1767690003000);
INSERT INTO sessions (id, name, learner_id, account_id, kind, about, tasks, steps, position, zone, started_at) VALUES
  (1, '0123456789abcdef', 2, 2, 'practice', NULL, '[{"item":"question:question-3","order":["b","a","c","d"],"key":["b"],"content":1}]', '[]', 0, 'UTC', 1767690004000);
