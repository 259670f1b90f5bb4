-- Version 12 also keeps ticks in the checklist: here one of somebody who ticked one item.
INSERT INTO ticks (learner_id, item, at) SELECT learner_id, 'say-who', 1767776400000 FROM accounts ORDER BY id LIMIT 1;
