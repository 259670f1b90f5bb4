-- Version 15 also keeps aliases: here one person goes by one.
UPDATE people SET alias = 'Blue Heron', alias_key = 'blueheron' WHERE id = (SELECT max(id) FROM people);
