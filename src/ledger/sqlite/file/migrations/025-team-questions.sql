-- Questions that a channel's team wrote for itself. body: the text as JSON, see core/team-question.ts. One without approved_at is a draft.
CREATE TABLE team_questions (
  id          INTEGER PRIMARY KEY,
  place_id    INTEGER NOT NULL REFERENCES places,
  name        TEXT    NOT NULL UNIQUE,
  body        TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  author      TEXT,
  added_at    INTEGER NOT NULL,
  approved_at INTEGER
) STRICT;
CREATE INDEX team_questions_by_place ON team_questions (place_id);
