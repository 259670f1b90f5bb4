-- The name that somebody chose to be shown by, and what it is compared by, so that no two in a group look alike.
ALTER TABLE people ADD COLUMN alias TEXT;
ALTER TABLE people ADD COLUMN alias_key TEXT;
CREATE UNIQUE INDEX people_aliases ON people (group_id, alias_key) WHERE alias_key IS NOT NULL;
