-- Which bot uses the ledger, and until when if it says nothing more. By the clock of the database.

CREATE TABLE leases (
  name text COLLATE "C" PRIMARY KEY,
  owner text COLLATE "C" NOT NULL,
  until timestamptz NOT NULL
);
