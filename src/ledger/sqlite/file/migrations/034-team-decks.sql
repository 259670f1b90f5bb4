-- Flashcards that a channel's team brought along. body: the title and the cards as JSON, see core/team-deck.ts. One without approved_at is a
-- draft.
CREATE TABLE team_decks (
  id          INTEGER PRIMARY KEY,
  place_id    INTEGER NOT NULL REFERENCES places,
  name        TEXT    NOT NULL UNIQUE,
  body        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  author      TEXT,
  added_at    INTEGER NOT NULL,
  approved_at INTEGER
) STRICT;
CREATE INDEX team_decks_by_place ON team_decks (place_id);
