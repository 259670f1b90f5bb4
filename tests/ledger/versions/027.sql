-- Version 27 also keeps threads under questions: here they are on, and the last one could not be opened.
UPDATE quizzes SET thread = 1, thread_problem = 'The bot may not open threads there.';
