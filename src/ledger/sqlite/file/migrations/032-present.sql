-- Whether the day of an answer counts on boards by days: once it is judged, or would be if its question counted.
ALTER TABLE answers ADD COLUMN present INTEGER NOT NULL DEFAULT 0;
UPDATE answers SET present = 1 WHERE is_right IS NOT NULL;
-- Of questions that don't count the days are added by and by, as answers are judged again.
UPDATE rounds SET rejudge = 1 WHERE voided = 1 AND (state = 'closed' OR feedback = 'instant');
-- Who answered only questions that don't count: on boards by days alone.
CREATE INDEX scores_of_present ON scores (board_id) WHERE answered = 0 AND days > 0;
