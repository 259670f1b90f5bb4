-- Version 8 also knows when the last of the dates was due that a missed round stands for.
UPDATE rounds SET missed_until = due_at WHERE state = 'missed';
