-- Version 5 also knows how many answers a post says there are.
UPDATE rounds SET shown_answers = 1 WHERE state = 'open';
