-- People who left are looked up again now and then: some come back.
CREATE INDEX people_gone ON people (looked_up_at) WHERE hidden = 0 AND gone = 1;
