// What has to agree in the tables, as `study -- verify` has it for a file; here the server counts.
import type pg from 'pg'

const sums: Readonly<Record<string, string>> = {
  'boards of channels and answers': `SELECT count(*) FROM (
      SELECT person_id, owner_id, sum(points) AS points, sum(answered) AS answered, sum(days) AS days
      FROM scores s JOIN boards b ON b.id = s.board_id WHERE b.scope = 'place' AND b.period = 'all' GROUP BY 1, 2) s
    FULL JOIN (SELECT person_id, place_id, sum(is_right) AS points, count(*) AS answered, count(DISTINCT a.day) AS days
      FROM answers a JOIN rounds r ON r.id = a.round_id WHERE is_right IS NOT NULL GROUP BY 1, 2) a ON a.person_id = s.person_id AND a.place_id = s.owner_id
    WHERE (s.points, s.answered, s.days) IS DISTINCT FROM (a.points, a.answered, a.days)`,
  'boards of groups and answers': `SELECT count(*) FROM (
      SELECT person_id, sum(points) AS points, sum(answered) AS answered FROM scores s JOIN boards b ON b.id = s.board_id WHERE b.scope = 'group' AND b.period = 'all' GROUP BY 1) s
    FULL JOIN (SELECT person_id, sum(is_right) AS points, count(*) AS answered FROM answers WHERE is_right IS NOT NULL GROUP BY 1) a USING (person_id)
    WHERE (s.points, s.answered) IS DISTINCT FROM (a.points, a.answered)`,
  'levels and boards': `SELECT count(*) FROM (SELECT * FROM levels WHERE people > 0) l
    FULL JOIN (SELECT board_id, points, count(*) AS people FROM scores WHERE shown = 1 GROUP BY 1, 2) s USING (board_id, points)
    WHERE l.people IS DISTINCT FROM s.people`,
  'votes and answers': `SELECT count(*) FROM (SELECT * FROM votes WHERE people > 0) v
    FULL JOIN (SELECT round_id, chosen, count(*) AS people FROM answers GROUP BY 1, 2) a USING (round_id, chosen)
    WHERE v.people IS DISTINCT FROM a.people`,
  'the log and answers': `SELECT abs((SELECT count(*) FROM answers WHERE is_right IS NOT NULL) - (SELECT count(*) FROM study_log WHERE source = 'daily'))`,
}

/** @returns what does not agree, and how often */
export async function disagreements(client: pg.Client): Promise<readonly string[]> {
  const found: string[] = []
  for (const [what, sql] of Object.entries(sums)) {
    const { rows } = await client.query<{ readonly count: string }>(sql)
    const times = Number(Object.values(rows[0] ?? {})[0])
    if (times !== 0) found.push(`${what}: ${times}`)
  }
  return found
}
