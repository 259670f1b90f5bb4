// What begins the thread under a question, and what managers read where none can be opened.
import type { QuestionWords } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import type { Threadless } from '../core/thread.ts'
import { notice, refusal } from './notice.ts'
import type { Block, Screen } from './screen.ts'
import { command, type Text } from './text.ts'
import { cutTo } from './width.ts'
import { withoutCodeMarks } from '../core/code-marks.ts'

/** In columns; Discord takes 100 letters. */
const longestName = 80

/** What the thread is called, where threads have names. */
export const threadName = (words: Pick<QuestionWords, 'stem'> | null): string => (words === null ? 'About this question' : cutTo(withoutCodeMarks(words.stem).replaceAll(/\s+/gu, ' '), longestName))

export function discussionScreen({ feedback, state }: Pick<Round, 'feedback' | 'state'>): Screen {
  const text = feedback === 'at-close' || state === 'closed' ? 'What made you choose your answer? Talk about this question here.' : "Talk about this question here. Please don't give the answer away before it closes."
  return { ...notice('Your thoughts?', [[text]]), name: 'discussion' }
}

export const threadlessScreen = (news: readonly Threadless[]): Screen => refusal(threadless, linesOf(news))

/** On top of another screen. */
export function threadlessBlocks(news: readonly Threadless[]): readonly Block[] {
  return news.length === 0 ? [] : [{ kind: 'heading', text: threadless }, ...linesOf(news).map((text) => ({ kind: 'paragraph', text }) as const)]
}

const threadless = 'A thread couldn’t be opened'

/** Channels with one cause stand together, so that what to do is read once. */
function linesOf(news: readonly Threadless[]): readonly Text[] {
  const byReason = [...Map.groupBy(news, ({ reason }) => reason)].flatMap(([reason, those]): Text[] => [
    ['Questions get no thread in ', ...those.flatMap(({ quiz }, index): Text => [...(index === 0 ? [] : [', ']), { kind: 'place', id: quiz.place }]), '.'],
    [reason],
  ])
  return [...byReason, ['Everything else works. To do without threads: ', command('settings thread=off')]]
}
