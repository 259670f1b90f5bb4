// One question with all that its managers should know of it, and why something can't be done with it.
import type { PlaceId } from '../../core/quiz.ts'
import type { TeamRefusal } from '../../core/team-question.ts'
import { checkAlike, checkTeamQuestion } from '../../course/check-team-question.ts'
import type { ListedQuestion } from '../../ledger/team-questions.ts'
import { refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { excerpt } from '../../screens/written.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { questionScreen } from './question-screen.ts'

/** Of a question and of an option, in characters. */
const longestShown = 80

export async function screenOf(question: ListedQuestion, note: Text, place: PlaceId, { asker }: Request, { ledger, course }: Means): Promise<Screen> {
  const others = (await ledger.teamQuestions.of(place)).filter(({ id }) => id !== question.id).map(({ text }) => text)
  const findings = [...checkTeamQuestion(course, question.text), ...checkAlike(course, question.text, others)]
  const shares = (await ledger.sharing.of(place)) !== undefined
  return questionScreen({ question, findings, isOwn: question.author === asker.id, shares, note })
}

export function teamRefused(why: TeamRefusal): Screen {
  switch (why.kind) {
    case 'no-quiz':
    case 'not-a-manager':
      return refused(why)
    case 'no-such-question':
      return refusal('This question is gone', [['Somebody deleted it. ', command('questions'), ' shows the others.']])
    case 'changed-since':
      return refusal('This question has changed', [['Somebody changed it after you opened it. Open it again and read it: ', command('questions')]])
    case 'too-many':
      return refusal('Too many questions', [[`A channel can have ${why.most} questions of its own. Delete some first: `, command('questions')]])
    case 'contradicts':
      return refusal('Two questions disagree', [[
        '“', ...excerpt(why.stem, longestShown), '” is already approved with another answer: “', ...excerpt(why.option, longestShown), `” is ${why.right ? 'right here and wrong there' : 'wrong here and right there'}. Change or delete one of the two: `, command('questions'),
      ]])
  }
}
