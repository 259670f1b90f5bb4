// How the last question went, in two lines: above the next question, or as a reply to the question's own post.
import type { Named, RecapView } from '../core/recap.ts'
import { answerTitle, rightLetters } from './right-letters.ts'
import { showRoundButton } from './round-controls.ts'
import type { Block, Screen } from './screen.ts'
import { strong, type Text } from './text.ts'
import { cutTo } from './width.ts'

/** Above the title of the next question. */
export const recapBlocks = (recap: RecapView): readonly Block[] => [
  { kind: 'footnote', text: recap.round.voided === true ? [`${recap.ago === 'earlier' ? 'The last question' : `${when(recap)}’s question`} doesn’t count. ${standing(recap)}`.trim()] : [`${when(recap)}: `, strong(rightLetters(recap.round)), `. ${inWords(recap)}`] },
  { kind: 'buttons', buttons: [showRoundButton(recap.round.id, 'See the answer')] },
]

/** The reply to the post of a round that has closed. */
export function recapScreen(recap: RecapView): Screen {
  const text: Text = [inWords(recap)]
  return {
    name: 'recap',
    title: answerTitle(recap.round),
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'buttons', buttons: [showRoundButton(recap.round.id, 'My result')] },
    ],
  }
}

function when({ ago, round }: RecapView): string {
  switch (ago) {
    case 'yesterday':
      return 'Yesterday'
    case 'this-week':
      return Temporal.PlainDate.from(round.day).toLocaleString('en-US', { weekday: 'long' })
    case 'earlier':
      return 'Last question'
  }
}

/** Names are plain text: a mention would ping the leader every day. */
function inWords(recap: RecapView): string {
  return [turnout(recap), standing(recap)].filter((part) => part !== '').join(' ')
}

function turnout({ answered, right, round }: RecapView): string {
  if (round.voided === true) return 'It earns no points.'
  if (answered === 0) return 'Nobody answered.'
  if (right === null) return answered === 1 ? 'One person answered.' : `${answered} people answered.`
  if (answered === 1) return right === 1 ? 'One person answered and got it right.' : 'One person answered and got it wrong.'
  if (right === 0) return answered === 2 ? 'Two people answered; neither got it right.' : `${answered} people answered; nobody got it right.`
  if (right === answered) return answered === 2 ? 'Both got it right.' : `All ${answered} got it right.`
  return `${right} of ${answered} right.`
}

function standing({ leaders, streak }: RecapView): string {
  if (leaders === null) return streak === null ? '' : longest(streak)
  const verb = leaders.over ? 'won the week' : leaders.count === 1 ? 'leads' : 'lead'
  const lead = `${whose(leaders)} ${verb} with ${leaders.points === 1 ? '1 point' : `${leaders.points} points`}`
  if (streak === null) return `${lead}.`
  const [name] = leaders.names
  const isSame = leaders.count === 1 && streak.count === 1 && name !== undefined && name === streak.names[0]
  return isSame ? `${lead} and a streak of ${streak.days} days.` : `${lead}. ${longest(streak)}`
}

const longest = (streak: NonNullable<RecapView['streak']>): string =>
  streak.count === 1 ? `Longest streak: ${whose(streak)}, ${streak.days} days.` : `${whose(streak)} share the longest streak: ${streak.days} days.`

/** In columns: two names on one line of a phone leave room for the rest. */
const longestName = 18

/** `Ada`, `Ada and Ben`, `4 people` */
function whose({ names, count }: Named): string {
  if (names.length === count) return names.map((name) => cutTo(name, longestName)).join(' and ')
  return count === 1 ? 'One person' : `${count} people`
}
