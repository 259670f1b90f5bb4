// What somebody hears in private whose points changed because a question was corrected.
import type { OptionId } from '../core/quiz.ts'
import type { Round } from '../core/round.ts'
import { inChannel } from './control.ts'
import { lettersOf, rightLetters } from './right-letters.ts'
import { showRoundControl } from './round-controls.ts'
import type { Block, Button, Screen } from './screen.ts'
import { shortDate } from './dates.ts'
import { strong, type Text } from './text.ts'
import { excerpt } from './written.ts'

export type CorrectedFor = { readonly round: Round; readonly stem: string; readonly chosen: readonly OptionId[]; readonly points: -1 | 1 }

/** More would be a page; the others show on the leaderboard. */
const mostShown = 5
const longestStem = 80

export function correctedScreen(all: readonly CorrectedFor[]): Screen {
  const shown = all.slice(0, mostShown)
  const buttons = shown.map(({ round }, index): Button => ({ label: shown.length === 1 ? 'See the answer' : `See answer ${index + 1}`, control: inChannel(round.place, showRoundControl.text({ round: round.id })), primary: false }))
  const [only] = shown.length === 1 ? shown : []
  const blocks: Block[] = [
    ...(only === undefined ? [{ kind: 'list', items: shown.map((each, index): Text => [`${index + 1}. `, ...lineOf(each)]) } as const] : [{ kind: 'paragraph', text: lineOf(only) } as const, { kind: 'paragraph', text: ['“', ...excerpt(only.stem, longestStem), '”'] } as const]),
    ...(all.length > shown.length ? [{ kind: 'footnote', text: [`And ${all.length - shown.length} more.`] } as const] : []),
    { kind: 'footnote', text: ['Your streak stays as it is.'] },
    { kind: 'buttons', buttons },
  ]
  return { name: 'corrected', title: all.length === 1 ? 'A question was corrected' : 'Questions were corrected', tone: 'plain', blocks }
}

/** `Your answer B from Mon, Nov 23 counts now: +1 point.` */
function lineOf({ round, chosen, points }: CorrectedFor): Text {
  const answer = `Your answer ${lettersOf(round, chosen)} from ${shortDate(round.day)}`
  if (points === 1) return [answer, ' counts now: ', strong('+1 point'), '.']
  if (round.voided === true) return [`The question from ${shortDate(round.day)} doesn’t count anymore, so your point for it is gone: `, strong('−1 point'), '.']
  return [answer, ' no longer counts, because the answer is ', rightLetters(round), ': ', strong('−1 point'), '.']
}
