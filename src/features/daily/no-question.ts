// What people see who ask for a question where there is none.
import type { Quiz } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'

/** @param last the answer of the last question, if it closed not long ago */
export function nothingOpen(quiz: Quiz, now: Instant, last: Screen | null): Screen {
  const screen = notice('No question is open right now', [whenNext(quiz, now), ['A manager can post one right away with ', command('now'), '.']])
  if (last === null) return screen
  return { ...screen, blocks: [...screen.blocks, { kind: 'heading', text: `Last question: ${last.title}` }, ...last.blocks] }
}

export function noneClosedYet(): Screen {
  return notice('No question has closed here yet', [['You see the answer once a question closes. Until then, ', command('today'), ' shows the question.']])
}

export function noQuizYet(): Screen {
  return notice('No daily question here yet', [['Set one up with ', command('setup 09:00 Europe/Berlin mon-fri'), ' (use your own time and zone).']])
}

/** @param line what was typed outside of any channel */
export function askInChannel(line: string): Screen {
  return refusal('Ask in a channel', [['Each channel has its own question. Type ', command(line), ' in a channel.']])
}
