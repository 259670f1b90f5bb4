-- Reminders before a channel's question closes: `lead` is how many minutes before; empty where somebody
-- turned it off again. `next_at`: when to look next whether one is to be sent;
-- empty as long as no question is open.
CREATE TABLE nudges (
  person_id INTEGER NOT NULL REFERENCES people,
  place_id  INTEGER NOT NULL REFERENCES places,
  lead      INTEGER,
  next_at   INTEGER,
  PRIMARY KEY (person_id, place_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX nudges_due ON nudges (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX nudges_of_place ON nudges (place_id);
