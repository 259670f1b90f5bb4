-- Version 4 also knows of a group that the app was taken out of.
INSERT INTO groups (id, name) VALUES
  (2, 'slack:T2');
INSERT INTO removals (group_id, at) VALUES
  (2, 1767690000000);
