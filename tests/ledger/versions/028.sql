-- Version 28 also keeps codes for sharing a question: here somebody typed a wrong one.
INSERT INTO share_tries (person, at) VALUES ('slack:T1/Manager', 1767607200000);
