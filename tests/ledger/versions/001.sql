-- A ledger of version 1 in use: two closed rounds, one missed, one open; Ada is always right, Ben never, Cleo is hidden.
INSERT INTO meta (name, value) VALUES
  ('salt', 'salt');
INSERT INTO groups (id, name) VALUES
  (1, 'slack:T1');
INSERT INTO places (id, name, group_id) VALUES
  (1, 'slack:T1/C1', 1);
INSERT INTO quizzes (place_id, time, zone, days, open_minutes, topics, feedback, rollover_hour, catch_up_minutes, managers, paused, skip_date, last_date, next_date, next_at) VALUES
  (1, '09:00', 'UTC', '[1,2,3,4,5]', NULL, '[]', 'instant', 4, 360, '["slack:T1/Manager"]', 0, NULL, '2026-01-08', '2026-01-09', 1767949200000);
-- The third was missed, the fourth is open.
INSERT INTO rounds (id, name, place_id, group_id, occasion, state, question, options, key, feedback, zone, rollover_hour, day, due_at, opened_at, closes_at, closed_at, message, reason, sending_since, retry_at, redrawn, answered, right_answers) VALUES
  (1, '811bacfeeb674a9d', 1, 1, '2026-01-05', 'closed', 'question-4', '["c","b","d","a"]', '["b"]', 'instant', 'UTC', 4, '2026-01-05', 1767603600000, 1767603600000, 1767686400000, 1767686400000, 'message of 811bacfeeb674a9d', NULL, 1767603600000, NULL, 0, 3, 1),
  (2, '65a685dcbc876f0e', 1, 1, '2026-01-06', 'closed', 'question-1', '["d","b","a","c"]', '["b"]', 'instant', 'UTC', 4, '2026-01-06', 1767690000000, 1767690000000, 1767772800000, 1767772800000, 'message of 65a685dcbc876f0e', NULL, 1767690000000, NULL, 0, 3, 1),
  (3, '4ad9515f04b8881e', 1, 1, '2026-01-07', 'missed', '', '[]', '[]', 'instant', 'UTC', 4, '2026-01-07', 1767776400000, NULL, 1767776400000, NULL, NULL, 'The bot was away when the round was due and came back 8 h late; a round is posted up to 6 h late.', NULL, NULL, 0, 0, 0),
  (4, '3d83a849b5d227c1', 1, 1, '2026-01-08', 'open', 'question-2', '["b","c","a","d"]', '["b"]', 'instant', 'UTC', 4, '2026-01-08', 1767862800000, 1767862800000, 1767945600000, NULL, 'message of 3d83a849b5d227c1', NULL, 1767862800000, NULL, 0, 0, 0);
INSERT INTO events (place_id, kind, name, at, round_id) VALUES
  (1, 'change', 'event 1', 1767517200000, NULL);
INSERT INTO people (id, name, group_id, display_name, hidden, gone, looked_up_at) VALUES
  (1, 'slack:T1/Ada', 1, 'Ada', 0, 0, 1767603601000),
  (2, 'slack:T1/Ben', 1, 'Ben', 0, 0, 1767603601000),
  (3, 'slack:T1/Cleo', 1, 'Cleo', 1, 0, 1767603601000);
INSERT INTO members (person_id, place_id, current, longest, last_day, answered_at) VALUES
  (1, 1, 3, 3, '2026-01-08', 1767862801000),
  (2, 1, 2, 2, '2026-01-06', 1767690001000),
  (3, 1, 2, 2, '2026-01-06', 1767690001000);
INSERT INTO answers (person_id, round_id, chosen, at, day, is_right) VALUES
  (1, 1, '["b"]', 1767603601000, '2026-01-05', 1),
  (1, 2, '["b"]', 1767690001000, '2026-01-06', 1),
  (1, 4, '["b"]', 1767862801000, '2026-01-08', 1),
  (2, 1, '["c"]', 1767603601000, '2026-01-05', 0),
  (2, 2, '["c"]', 1767690001000, '2026-01-06', 0),
  (3, 1, '["c"]', 1767603601000, '2026-01-05', 0),
  (3, 2, '["c"]', 1767690001000, '2026-01-06', 0);
INSERT INTO votes (round_id, chosen, people) VALUES
  (1, '["b"]', 1),
  (1, '["c"]', 2),
  (2, '["b"]', 1),
  (2, '["c"]', 2),
  (4, '["b"]', 1);
INSERT INTO boards (id, scope, owner_id, period) VALUES
  (1, 'place', 1, '2026-W02'),
  (2, 'place', 1, '2026-01'),
  (3, 'place', 1, 'all'),
  (4, 'group', 1, '2026-W02'),
  (5, 'group', 1, '2026-01'),
  (6, 'group', 1, 'all');
INSERT INTO scores (person_id, board_id, points, answered, right_answers, reached_at, shown) VALUES
  (1, 1, 3, 3, 3, 1767862801000, 1),
  (1, 2, 3, 3, 3, 1767862801000, 1),
  (1, 3, 3, 3, 3, 1767862801000, 1),
  (1, 4, 3, 3, 3, 1767862801000, 1),
  (1, 5, 3, 3, 3, 1767862801000, 1),
  (1, 6, 3, 3, 3, 1767862801000, 1),
  (2, 1, 0, 2, 0, 1767603601000, 1),
  (2, 2, 0, 2, 0, 1767603601000, 1),
  (2, 3, 0, 2, 0, 1767603601000, 1),
  (2, 4, 0, 2, 0, 1767603601000, 1),
  (2, 5, 0, 2, 0, 1767603601000, 1),
  (2, 6, 0, 2, 0, 1767603601000, 1),
  (3, 1, 0, 2, 0, 1767603601000, 0),
  (3, 2, 0, 2, 0, 1767603601000, 0),
  (3, 3, 0, 2, 0, 1767603601000, 0),
  (3, 4, 0, 2, 0, 1767603601000, 0),
  (3, 5, 0, 2, 0, 1767603601000, 0),
  (3, 6, 0, 2, 0, 1767603601000, 0);
