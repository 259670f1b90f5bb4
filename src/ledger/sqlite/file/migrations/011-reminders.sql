-- Reminders that people asked for, at a time of day of their own. `next_at`: when to look next whether there is something to review.
CREATE TABLE reminders (
  account_id INTEGER PRIMARY KEY REFERENCES accounts,
  time       TEXT    NOT NULL,
  zone       TEXT    NOT NULL,
  next_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX reminders_due ON reminders (next_at);
