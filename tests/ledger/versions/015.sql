-- Version 15 also keeps aliases: here that of somebody who isn't on a leaderboard.
UPDATE people SET alias = 'Blue Heron', alias_key = 'blueheron' WHERE id = (SELECT max(id) FROM people);
