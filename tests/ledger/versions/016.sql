-- Version 16 also keeps days off, days away, and grace days.
INSERT INTO days_off SELECT id, '2026-12-24', '2027-01-02', 'off', 'Winter break', 'slack:T1/Manager', 1767607200000 FROM places LIMIT 1;
INSERT INTO away SELECT min(id), '2026-03-02', '2026-03-06', 1767607200000 FROM people;
