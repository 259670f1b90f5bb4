-- Version 34 keeps decks of flashcards that a team brought along. Here one, which a manager has approved.
INSERT INTO team_decks (place_id, name, body, version, author, added_at, approved_at)
VALUES (1, 'team-deck-1', '{"title":"Alarms","cards":[{"id":"c1","name":"","front":"Who tests an alarm?","back":"The tenant."}]}', 1, 'slack:T1/Manager', 1767693600000, 1767693600000);
