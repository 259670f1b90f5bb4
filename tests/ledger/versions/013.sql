-- Version 13 also keeps the quarterly reviews of duties: here one that is switched on.
INSERT INTO duty_reviews (place_id, is_on, quarter, counts_from, next_at, posted, problem)
  SELECT id, 1, '2026-Q2', 1767776400000, 1775030400000, NULL, NULL FROM places ORDER BY id LIMIT 1;
