-- Version 26 also keeps reminders before the close: here one that is on, and one that was turned off again.
INSERT INTO nudges (person_id, place_id, lead, next_at) VALUES ((SELECT min(id) FROM people), 1, 30, NULL), ((SELECT max(id) FROM people), 1, NULL, NULL);
