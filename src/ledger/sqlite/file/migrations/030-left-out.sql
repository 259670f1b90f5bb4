-- The common board of channels leaves out whom their groups show in different ways.
UPDATE scores SET shown = 0
WHERE shown = 1 AND board_id IN (SELECT id FROM boards WHERE scope = 'place' AND owner_id IN (SELECT shared_id FROM shared_channels))
  AND EXISTS (
    SELECT 1 FROM people s JOIN accounts m ON m.id = s.account_id JOIN accounts a ON a.learner_id = m.learner_id JOIN people p ON p.account_id = a.id
    WHERE s.id = scores.person_id AND p.group_id IN (
      SELECT l.group_id FROM boards b JOIN shared_channels c ON c.shared_id = b.owner_id JOIN places l ON l.id = c.place_id WHERE b.id = scores.board_id)
    GROUP BY s.id HAVING min(coalesce(p.alias_key, '')) <> max(coalesce(p.alias_key, '')));
