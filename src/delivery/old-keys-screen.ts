// What a manager reads of past questions that have another answer in the course by now: a button judges each of them by it.
import type { OldKey } from '../ledger/news.ts'
import { inChannel, runControl } from '../screens/control.ts'
import { shortDate } from '../screens/dates.ts'
import { notice } from '../screens/notice.ts'
import { lettersOf, rightLetters } from '../screens/right-letters.ts'
import type { Button, Screen } from '../screens/screen.ts'
import { command, type Text } from '../screens/text.ts'
import { excerpt } from '../screens/written.ts'

/** Each takes a few lines and a button. */
const mostShown = 3
const longestStem = 80

export function oldKeysScreen(all: readonly OldKey[]): Screen {
  const shown = all.slice(0, mostShown)
  const line = ({ round, courseKey }: OldKey): Text => [{ kind: 'place', id: round.place }, `, ${shortDate(round.day)}: “`, ...excerpt(round.words?.stem ?? '', longestStem), `” Judged by ${rightLetters(round)}; the course now says ${lettersOf(round, courseKey)}.`]
  const more = all.length - shown.length
  const screen = notice(all.length === 1 ? 'A past question has another answer now' : 'Past questions have other answers now', [
    ['The course file was corrected after these questions closed. Should the answers be judged again? You see first what would change.'],
    ...(more === 0 ? [] : [[`And ${more} more. For all of a channel, type `, command('status'), ' there.'] as Text]),
  ], shown.map((each, index) => correctButton(each, shown.length === 1 ? 'Judge again' : `Judge ${index + 1} again`)))
  return { ...screen, blocks: [{ kind: 'list', items: shown.map((each, index) => (shown.length === 1 ? line(each) : [`${index + 1}. `, ...line(each)])) }, ...screen.blocks] }
}

function correctButton({ round, courseKey }: OldKey, label: string): Button {
  const letters = lettersOf(round, courseKey).replaceAll(/[^A-F]/gu, '')
  return { label, control: inChannel(round.place, runControl.text({ line: `correct regrade key=${letters} ${round.day}` })), primary: false }
}
