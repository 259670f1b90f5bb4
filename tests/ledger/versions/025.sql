-- Version 25 also keeps questions of teams: here a draft.
INSERT INTO team_questions (place_id, name, body, version, author, added_at) VALUES (1, 'a-draft', '{}', 1, 'slack:T1/Manager', 1767607200000);
