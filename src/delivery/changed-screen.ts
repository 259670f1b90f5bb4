// What a manager reads of questions that have changed in the course since they were posted.
import type { QuestionChange } from '../core/question-change.ts'
import type { Claim } from '../ledger/delivery.ts'
import { notice } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, moment, type Text } from '../screens/text.ts'
import { excerpt } from '../screens/written.ts'

/** In characters. */
const longestStem = 120

const next: Text = ['If the posted version was wrong, correct it with ', command('correct'), ' in the channel. For details, type ', command('status'), ' there.']

/** @param changeOf how the course differs from what the round has asked */
export function changedScreen(news: readonly Claim[], changeOf: (claim: Claim) => QuestionChange): Screen {
  const [first] = news
  if (first === undefined || news.length > 1) return severalChanged(news, changeOf)
  const change = changeOf(first)
  const later = change === 'removed' ? '' : ' The new version comes the next time the question is asked.'
  return notice('The course changed while a question was open', [
    which(first),
    stemOf(first),
    [`${whatChanged(change)} The post keeps its question, answer, and explanation.${later}`],
    next,
  ])
}

function severalChanged(news: readonly Claim[], changeOf: (claim: Claim) => QuestionChange): Screen {
  const kept = 'Each post keeps its question, answer, and explanation. New versions come the next time a question is asked.'
  const screen = notice('The course changed while questions were open', [[kept], next])
  const items = news.map((claim): Text => [...which(claim), ': ', ...stemOf(claim), ` ${whatChanged(changeOf(claim))}`])
  return { ...screen, blocks: [{ kind: 'list', items }, ...screen.blocks] }
}

const which = ({ round }: Claim): Text => [{ kind: 'place', id: round.place }, ', posted ', moment(round.openedAt ?? round.dueAt, round.zone)]

const stemOf = ({ round }: Claim): Text => ['“', ...excerpt(round.words?.stem ?? '', longestStem), '”']

/** Without a letter: managers answer too, and where none can be told, the whole channel reads this. */
function whatChanged(change: QuestionChange): string {
  switch (change) {
    case 'new-key':
      return 'The course now has a different right answer.'
    case 'removed':
      return 'It’s no longer in the course.'
    case 'none':
    case 'reworded':
      return 'The course now has a different text for it.'
  }
}
