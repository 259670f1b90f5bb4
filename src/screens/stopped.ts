// What a manager reads of quizzes that the bot stopped because their channel is lost.
import type { ChannelLoss, Quiz } from '../core/quiz.ts'
import { channelName, whatToDo, whyStopped } from './lost-channel.ts'
import { refusal } from './notice.ts'
import type { Block, Screen } from './screen.ts'
import { command, type Text } from './text.ts'

const keptLine: Text = ['All answers, points, and streaks are safe. To see all daily questions, type ', command('quizzes'), '.']

export function stoppedScreen(quizzes: readonly Quiz[]): Screen {
  const [first] = quizzes
  const screen = refusal(titleOf(quizzes), [])
  if (first === undefined || quizzes.length > 1) return { ...screen, blocks: [...byLoss(quizzes), { kind: 'paragraph', text: keptLine }] }
  const how = lossOf(first)
  return refusal(screen.title, [which(first), [whyStopped(how)], whatToDo(how), keptLine])
}

/** On top of another screen. */
export function stoppedBlocks(quizzes: readonly Quiz[]): readonly Block[] {
  return quizzes.length === 0 ? [] : [{ kind: 'heading', text: titleOf(quizzes) }, ...byLoss(quizzes)]
}

const titleOf = ({ length }: readonly Quiz[]) => (length > 1 ? 'Daily questions were stopped' : 'The daily question was stopped')

/** Channels with one cause stand together, so that what to do is read once. */
function byLoss(quizzes: readonly Quiz[]): readonly Block[] {
  return [...Map.groupBy(quizzes, lossOf)].flatMap(([how, those]): readonly Block[] => [
    { kind: 'paragraph', text: [whyStopped(how)] },
    { kind: 'list', items: those.map(which) },
    { kind: 'paragraph', text: whatToDo(how) },
  ])
}

const which = (quiz: Quiz): Text => [channelName(quiz), `, questions at ${quiz.time} (${quiz.zone})`]

const lossOf = ({ retired }: Quiz): ChannelLoss => retired ?? 'unreachable'
