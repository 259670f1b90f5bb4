-- Which channels get the final boards of weeks and seasons, and when to look next whether one is due. `since`: what ended before gets none.
CREATE TABLE final_boards (
  place_id INTEGER PRIMARY KEY REFERENCES places,
  week     INTEGER NOT NULL,
  season   INTEGER NOT NULL,
  since    TEXT    NOT NULL,
  look_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX final_boards_due ON final_boards (look_at) WHERE week = 1 OR season = 1;

-- `period`: the key of the board. `claimed`: it may be out, or never will be, so it is not posted again. `message`: its post. `problem`: why
-- it is missing. `stale`: how often what it shows has changed since it was drawn.
CREATE TABLE final_posts (
  place_id  INTEGER NOT NULL REFERENCES places,
  period    TEXT    NOT NULL,
  from_date TEXT    NOT NULL,
  to_date   TEXT    NOT NULL,
  name      TEXT,
  claimed   INTEGER NOT NULL,
  message   TEXT,
  problem   TEXT,
  stale     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (place_id, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX final_posts_stale ON final_posts (place_id) WHERE stale > 0;
