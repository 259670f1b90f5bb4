-- Version 6 also knows why the bot stopped a quiz by itself, and how often its channel could not be reached.
UPDATE quizzes SET unreachable = 1;
