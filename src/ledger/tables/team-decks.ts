// The table of the flashcards that channels' teams brought along.
import { firstCourse } from '../../core/course-number.ts'
import type { AccountId, GroupId, PlaceId } from '../../core/quiz.ts'
import type { DeckId, TeamDeck } from '../../core/team-deck.ts'
import { itemId } from '../../core/study-item.ts'
import type { StudiedDeck } from '../team-decks.ts'
import type { Statements } from './statements.ts'

export type TeamDecksTable = {
  /** Drafts first, then those in use; of each the newest first. */
  all(placeId: number): readonly TeamDeck[]
  /** See the port. */
  around(account: AccountId, group: GroupId, place: PlaceId | null): readonly StudiedDeck[]
  save(placeId: number, deck: TeamDeck): void
  remove(placeId: number, deck: DeckId): void
}

type Body = Pick<TeamDeck, 'title' | 'cards'>

type Row = {
  readonly name: string
  readonly body: string
  readonly version: number
  readonly author: string | null
  readonly added_at: number
  readonly approved_at: number | null
}

export function openTeamDecksTable(db: Statements): TeamDecksTable {
  const all = db.prepare<[number], Row>(
    `SELECT name, body, version, author, added_at, approved_at FROM team_decks WHERE place_id = +? ORDER BY approved_at IS NOT NULL, coalesce(approved_at, added_at) DESC, id DESC`,
  )
  const save = db.prepare<[Row & { readonly placeId: number }]>(
    `INSERT INTO team_decks (place_id, name, body, version, author, added_at, approved_at) VALUES (@placeId, @name, @body, @version, @author, @added_at, @approved_at)
     ON CONFLICT (name) DO UPDATE SET (body, version, approved_at) = (excluded.body, excluded.version, excluded.approved_at)`,
  )
  const remove = db.prepare<[number, string]>('DELETE FROM team_decks WHERE place_id = ? AND name = ?')
  const isAny = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM team_decks)').pluck()
  const accounts = 'SELECT o.id FROM accounts a JOIN accounts o ON o.learner_id = a.learner_id WHERE a.name = @account'
  const around = db.prepare<[{ readonly account: AccountId; readonly group: GroupId; readonly place: PlaceId | null }], { readonly id: string; readonly body: string; readonly group: string; readonly own: 0 | 1; readonly course: number }>(
    `SELECT t.name AS id, t.body, g.name AS "group", l.name IS NOT DISTINCT FROM @place
        OR EXISTS (SELECT 1 FROM people p JOIN members m ON m.person_id = p.id WHERE m.place_id = t.place_id AND p.account_id IN (${accounts})) AS own, CAST(json_extract(q.courses, '$[0]') AS BIGINT) AS course
     FROM team_decks t JOIN quizzes q ON q.place_id = t.place_id JOIN places l ON l.id = t.place_id JOIN groups g ON g.id = l.group_id
     WHERE t.approved_at IS NOT NULL AND q.retired IS NULL
       AND (g.name = @group OR l.group_id IN (SELECT p.group_id FROM people p WHERE p.gone = 0 AND p.account_id IN (${accounts})))
     ORDER BY t.id`,
  )
  const studied = db.prepare<[{ readonly account: AccountId }], string>(
    `SELECT DISTINCT i.name FROM study_log s JOIN items i ON i.id = s.item_id WHERE s.account_id IN (${accounts}) AND i.name LIKE 'card:team-%'`,
  ).pluck()

  return {
    all: (placeId) => all.all(placeId).map(deckOf),
    around(account, group, place) {
      if (isAny.get() !== 1) return []
      const rows = around.all({ account, group, place })
      const known = new Set(rows.some(({ own }) => own === 0) ? studied.all({ account }) : [])
      return rows.map(({ id, body, own, course, group: of }) => {
        const { title, cards } = JSON.parse(body) as Body
        return { id, title, cards, group: of, own: own === 1 || cards.some((card) => known.has(itemId('card', card.id))), ...(course === firstCourse ? {} : { course }) }
      })
    },
    save(placeId, { id, title, cards, version, author, addedAt, approvedAt }) {
      save.run({ placeId, name: id, body: JSON.stringify({ title, cards } satisfies Body), version, author, added_at: addedAt, approved_at: approvedAt })
    },
    remove: (placeId, deck) => void remove.run(placeId, deck),
  }
}

function deckOf({ name, body, version, author, added_at, approved_at }: Row): TeamDeck {
  return { id: name, ...(JSON.parse(body) as Body), state: approved_at === null ? 'draft' : 'approved', version, author, addedAt: added_at, approvedAt: approved_at }
}
