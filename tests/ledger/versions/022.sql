-- Version 22 also keeps reports of questions: here one that is open.
INSERT INTO reports (account_id, question, kind, words, at) SELECT min(id), 'question-9', 'unclear', 'Which one?', 1767607200000 FROM accounts;
