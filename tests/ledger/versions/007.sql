-- Version 7 also knows how the close of a round is told, and whom its post pings.
UPDATE quizzes SET recap = 'thread', mention = 'here';
