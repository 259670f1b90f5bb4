-- Version 5 counts the answers that a post shows: the open one shows none of its two.
UPDATE rounds SET shown_answers = 0 WHERE state = 'open';
