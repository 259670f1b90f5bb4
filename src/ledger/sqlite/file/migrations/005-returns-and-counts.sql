-- People who left are looked up again now and then: some come back.
CREATE INDEX people_gone ON people (looked_up_at) WHERE hidden = 0 AND gone = 1;

-- How many answers the post of an open round says there are; a stop can leave it behind.
ALTER TABLE rounds ADD COLUMN shown_answers INTEGER NOT NULL DEFAULT 0;
