-- Teams of a channel, in the order in which they were added. `name_key`: what the name is compared by.
CREATE TABLE teams (
  place_id INTEGER NOT NULL REFERENCES places,
  position INTEGER NOT NULL,
  name     TEXT    NOT NULL,
  name_key TEXT    NOT NULL,
  PRIMARY KEY (place_id, position),
  UNIQUE (place_id, name_key)
) STRICT, WITHOUT ROWID;

-- Each person is in one team of a channel. `person`: as the platform names them, since they may not have answered yet.
CREATE TABLE team_members (
  place_id INTEGER NOT NULL,
  person   TEXT    NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (place_id, person),
  FOREIGN KEY (place_id, position) REFERENCES teams
) STRICT, WITHOUT ROWID;
CREATE INDEX team_members_by_team ON team_members (place_id, position);
