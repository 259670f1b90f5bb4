-- Channels with one daily question in common. What they share is kept like a channel of its own: a row of places, which owns their common
-- boards. `leads`: its settings hold for all.
CREATE TABLE shared_channels (
  place_id  INTEGER PRIMARY KEY REFERENCES places,
  shared_id INTEGER NOT NULL REFERENCES places,
  leads     INTEGER NOT NULL,
  joined_at INTEGER NOT NULL
) STRICT;
CREATE INDEX shared_channels_together ON shared_channels (shared_id, joined_at);

-- Rounds of one occasion with the same `shared_id` are one: the same question in several channels, answered once.
ALTER TABLE rounds ADD COLUMN shared_id INTEGER REFERENCES places;
CREATE INDEX rounds_together ON rounds (shared_id, occasion) WHERE shared_id IS NOT NULL;

-- The round in another channel in which the same human being answered first. Empty for an answer that counts.
ALTER TABLE answers ADD COLUMN superseded_by INTEGER REFERENCES rounds;

-- The code with which another channel can join this one, and only its SHA-256.
CREATE TABLE share_codes (
  place_id  INTEGER PRIMARY KEY REFERENCES places,
  hash      TEXT    NOT NULL UNIQUE,
  by_person TEXT    NOT NULL,
  ends_at   INTEGER NOT NULL,
  used_at   INTEGER
) STRICT;

-- When somebody typed a code that doesn't work.
CREATE TABLE share_tries (
  person TEXT    NOT NULL,
  at     INTEGER NOT NULL
) STRICT;
CREATE INDEX share_tries_of_person ON share_tries (person, at);
