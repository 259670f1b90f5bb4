-- Version 17 also keeps corrections: here one of the first round, which was undone.
INSERT INTO corrections (round_id, at, by_person, by_operator, why, voided, key, voided_before, key_before, undone_at, undone_by)
  SELECT id, 1767700000000, 'slack:T1/Manager', 0, 'Ambiguous', 1, key, 0, key, 1767700060000, 'slack:T1/Manager' FROM rounds WHERE id = 1;
