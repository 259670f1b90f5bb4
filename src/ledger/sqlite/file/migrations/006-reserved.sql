-- Stands in for migration 006 of another branch; the merge replaces it.
SELECT 1;
