-- Version 19 also keeps linked accounts: here a code that nobody has used yet, and a wrong one that somebody typed.
INSERT INTO link_codes (account_id, hash, person, person_group, person_name, ends_at) SELECT min(id), 'no hash of any code', 'slack:T1/Ada', 'slack:T1', 'Ada', 1767700000000 FROM accounts;
INSERT INTO link_tries (account_id, at) SELECT max(id), 1767700000000 FROM accounts;
-- A correction of the second round, which was taken back, as it is kept since version 17.
INSERT INTO corrections (round_id, at, by_person, by_operator, why, voided, key, voided_before, key_before, undone_at)
  SELECT id, 1767693600000, 'slack:T1/Manager', 0, 'Two answers are right.', 1, key, 0, key, 1767693700000 FROM rounds WHERE occasion = '2026-01-06';
