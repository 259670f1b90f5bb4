-- Version 32 counts days with an answer. Here somebody typed another wrong code for sharing a question.
INSERT INTO share_tries (person, at) VALUES ('slack:T1/Manager', 1767693600000);
