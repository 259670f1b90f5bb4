-- Version 31 keeps several reports of a person about a question, one of each kind.
INSERT INTO reports (account_id, question, kind, words, at) SELECT min(id), 'question-8', 'wrong', 'B, too', 1767607200000 FROM accounts;
