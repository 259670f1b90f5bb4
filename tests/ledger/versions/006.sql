-- Version 6 has no data of its own here.
SELECT 1;
