-- Version 18 also keeps recaps of weeks: here one that was posted.
UPDATE quizzes SET weekly = 1, weekly_at = 1768208400000 WHERE place_id = (SELECT min(id) FROM places);
INSERT INTO weekly_recaps (place_id, week, claimed, message) SELECT min(id), '2025-12-29', 1, 'message of a week' FROM places;
