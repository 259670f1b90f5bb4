-- Version 24 also keeps final boards: here one of a week that was posted, of a channel that gets no more of them.
INSERT INTO final_boards (place_id, week, season, since, look_at) SELECT min(id), 0, 0, '2026-01-05', 1768208400000 FROM places;
INSERT INTO final_posts (place_id, period, from_date, to_date, claimed, message) SELECT min(id), '2025-W52', '2025-12-22', '2025-12-28', 1, 'message of a final board' FROM places;
