-- Version 3 has no data of its own: an index is all that it adds.
SELECT 1;
