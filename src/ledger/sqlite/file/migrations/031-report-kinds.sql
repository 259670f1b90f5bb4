-- Somebody may say several things about a question: one open report of each kind.
DROP INDEX reports_open;
CREATE UNIQUE INDEX reports_open ON reports (account_id, question, kind) WHERE settled_at IS NULL;
