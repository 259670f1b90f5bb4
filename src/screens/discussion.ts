// What begins the thread under a question, and what managers read where none can be opened.
import type { QuestionWords } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import type { Threadless } from '../core/thread.ts'
import { notice, refusal } from './notice.ts'
import type { Screen } from './screen.ts'
import { command, type Text } from './text.ts'
import { cutTo } from './width.ts'

/** In columns; Discord takes 100 letters. */
const longestName = 80

/** What the thread is called, where threads have names. */
export const threadName = (words: Pick<QuestionWords, 'stem'> | null): string => (words === null ? 'About this question' : cutTo(words.stem.replaceAll(/\s+/gu, ' '), longestName))

export function discussionScreen({ feedback, state }: Pick<Round, 'feedback' | 'state'>): Screen {
  const text = feedback === 'at-close' || state === 'closed' ? 'What made you choose your answer? Talk about this question here.' : "Talk about this question here. Please don't give the answer away before it closes."
  return { ...notice('Your thoughts?', [[text]]), name: 'discussion' }
}

export function threadlessScreen(news: readonly Threadless[]): Screen {
  const lines = [...Map.groupBy(news, ({ reason }) => reason)].flatMap(([reason, those]): Text[] => [
    ['Questions get no thread in ', ...those.flatMap(({ quiz }, index): Text => [...(index === 0 ? [] : [', ']), { kind: 'place', id: quiz.place }]), '.'],
    [reason],
  ])
  return refusal('A thread couldn’t be opened', [...lines, ['Everything else works. To do without threads: ', command('settings thread=off')]])
}
