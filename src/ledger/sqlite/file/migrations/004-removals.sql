-- Groups that the app was taken out of and whose managers are to be told when it is back.
CREATE TABLE removals (
  group_id INTEGER PRIMARY KEY REFERENCES groups,
  at       INTEGER NOT NULL
) STRICT;
