-- Version 9 also keeps the words of a question as it was asked.
INSERT INTO contents (hash, body) VALUES ('0000000000000000000000000000000000000000000000000000000000000000', '{}');
