-- The quarterly review of a channel's duties. `quarter`: the one that comes next; `next_at`: when to look next whether it is due.
-- `posted`: the last quarter whose review was claimed, which happens before it is posted.
CREATE TABLE duty_reviews (
  place_id    INTEGER PRIMARY KEY REFERENCES places,
  is_on       INTEGER NOT NULL,
  quarter     TEXT    NOT NULL,
  counts_from INTEGER NOT NULL,
  next_at     INTEGER NOT NULL,
  posted      TEXT,
  problem     TEXT
) STRICT;
CREATE INDEX duty_reviews_due ON duty_reviews (next_at) WHERE is_on = 1;
