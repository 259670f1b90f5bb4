-- Version 6 also counts due dates that were refused because the channel is lost.
UPDATE quizzes SET unreachable = 1;
