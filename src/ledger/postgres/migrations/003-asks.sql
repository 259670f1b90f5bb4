-- What processes ask of the one that has the duty: to do at once all that is due. It removes what it has done.

CREATE TABLE asks (
  id text COLLATE "C" PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
