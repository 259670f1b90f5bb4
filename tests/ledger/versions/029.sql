INSERT INTO teams SELECT id, 0, 'Reds', 'reds' FROM places WHERE name = 'slack:T1/C1';
INSERT INTO team_members SELECT id, 'slack:T1/U1', 0 FROM places WHERE name = 'slack:T1/C1';
