// The final board as a channel gets it: the first three places. Everybody finds their own behind a button.
import { accuracy } from '../../core/board.ts'
import { spanOf, type Ending } from '../../core/final-board.ts'
import type { PlaceId } from '../../core/quiz.ts'
import type { Board, BoardRow } from '../../ledger/boards.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { boardControl } from '../../screens/board-control.ts'
import { rangeLine } from '../../screens/dates.ts'
import { boardPicture } from '../../screens/pictures/blocks.ts'
import type { RankingRow, Screen } from '../../screens/screen.ts'

const placesShown = 3
/** Places are shared, so more people than places may have one. */
const mostShown = 5

/** `Autumn 2026`, `week of Mon, Nov 16 – Sun, Nov 22, 2026` */
export const endingName = (ending: Ending): string => ending.name ?? `week of ${rangeLine(ending)}`

/** Undefined where nobody has a point, and for a channel without a quiz. */
export async function finalScreen(place: PlaceId, ending: Ending, { quizzes, boards }: Pick<Ledger, 'quizzes' | 'boards'>): Promise<Screen | undefined> {
  const quiz = await quizzes.at(place)
  if (quiz === undefined) return undefined
  const first = (size: number) => boards.board({ group: quiz.group, place, scope: 'place', span: spanOf(ending), by: 'points', day: ending.from, page: 0, size, asker: '' })
  const board = await first(mostShown)
  const rows = inPlaces(board).map((row): RankingRow => ({ ...row, accuracy: accuracy(row), you: false }))
  if (rows.length === 0) return undefined
  const all = rows.length < mostShown ? rows.length : inPlaces(await first(board.people)).length
  return finalPost(ending, rows, { people: board.people, more: all - rows.length })
}

const inPlaces = ({ rows }: Board): readonly BoardRow[] => rows.filter(({ rank, points }) => rank <= placesShown && points > 0)

/** @param more how many others have one of these places */
export function finalPost(ending: Ending, rows: readonly RankingRow[], { people, more }: { readonly people: number; readonly more: number }): Screen {
  const title = `Final leaderboard: ${endingName(ending)}`
  const own = boardControl.text({ scope: 'place', period: ending.name === null ? 'week' : 'season', by: 'points', page: 0, which: ending.name ?? ending.from })
  return {
    name: 'final-post',
    title,
    tone: 'plain',
    blocks: [
      { kind: 'ranking', rows, own: null },
      ...(more === 0 ? [] : [{ kind: 'paragraph', text: [`And ${more} more in the first ${placesShown} places.`] } as const]),
      boardPicture(rows.map(({ rank, person, points }) => ({ rank, name: person.name, points, you: false })), title),
      { kind: 'footnote', text: [`${people === 1 ? '1 person' : `${people} people`} on this leaderboard${ending.name === null ? '' : ` · ${rangeLine(ending)}`}`] },
      { kind: 'buttons', buttons: [{ label: 'My place', control: own, primary: false }] },
    ],
  }
}

/** In place of a post whose board is no more: it may not go on naming people. */
export const withoutBoard = (ending: Ending): Screen => ({
  name: 'final-post',
  title: `Final leaderboard: ${endingName(ending)}`,
  tone: 'plain',
  blocks: [{ kind: 'paragraph', text: ['This leaderboard is no longer there.'] }],
})
