-- How people chose in closed rounds who had themselves forgotten: all that is left of their answers. `votes` counts these too.
CREATE TABLE forgotten_votes (
  round_id INTEGER NOT NULL REFERENCES rounds,
  chosen   TEXT    NOT NULL,
  people   INTEGER NOT NULL,
  PRIMARY KEY (round_id, chosen)
) STRICT, WITHOUT ROWID;
