// What a manager reads of quizzes that the bot stopped because their channel is lost.
import type { ChannelLoss, Quiz } from '../core/quiz.ts'
import { channelName, whatToDo, whyStopped } from '../screens/lost-channel.ts'
import { refusal } from '../screens/notice.ts'
import type { Screen } from '../screens/screen.ts'
import { command, type Text } from '../screens/text.ts'

const keptLine: Text = ['All answers, points, and streaks are safe. To see all daily questions, type ', command('quizzes'), '.']

export function retiredScreen(quizzes: readonly Quiz[]): Screen {
  const [first] = quizzes
  const screen = refusal(quizzes.length > 1 ? 'Daily questions were stopped' : 'The daily question was stopped', [])
  if (first === undefined || quizzes.length > 1) return { ...screen, blocks: [...severalRetired(quizzes), { kind: 'paragraph', text: keptLine }] }
  const how = lossOf(first)
  return refusal(screen.title, [which(first), [whyStopped(how)], whatToDo(how), keptLine])
}

/** Channels with one cause stand together, so that what to do is read once. */
function severalRetired(quizzes: readonly Quiz[]): Screen['blocks'] {
  return [...Map.groupBy(quizzes, lossOf)].flatMap(([how, those]): Screen['blocks'] => [
    { kind: 'paragraph', text: [whyStopped(how)] },
    { kind: 'list', items: those.map(which) },
    { kind: 'paragraph', text: whatToDo(how) },
  ])
}

const which = (quiz: Quiz): Text => [channelName(quiz), `, questions at ${quiz.time} (${quiz.zone})`]

const lossOf = ({ retired }: Quiz): ChannelLoss => retired ?? 'unreachable'
