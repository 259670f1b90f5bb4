-- Version 11 also keeps reminders: here one that somebody asked for.
INSERT INTO reminders (account_id, time, zone, next_at)
  SELECT id, '08:30', 'Europe/Berlin', 1767857400000 FROM accounts ORDER BY id LIMIT 1;
