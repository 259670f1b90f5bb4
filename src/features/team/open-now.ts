// Questions of a team whose answer nobody may be told now: they are open, and the answer comes at the close. Whoever wrote one knows it.
import type { PlaceId, QuestionId } from '../../core/quiz.ts'
import { isSecret } from '../../core/round.ts'
import type { ListedQuestion } from '../../ledger/team-questions.ts'
import { notice } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Means } from '../services.ts'
import { team } from './face.ts'

/** More than a channel has open at once. */
const lookedAt = 10

export async function openNow(place: PlaceId, { asker }: Request, { ledger }: Pick<Means, 'ledger'>): Promise<(question: Pick<ListedQuestion, 'id' | 'author'>) => boolean> {
  const open = new Set<QuestionId>((await ledger.rounds.latest(place, lookedAt)).filter(isSecret).map(({ question }) => question))
  return ({ id, author }) => open.has(id) && author !== asker.id
}

export const notWhileOpen = (id: QuestionId): Screen =>
  notice('This question is open', [['Managers can answer, too, so nobody sees the answer before the question closes. Try again then.']], [{ label: 'Back to the question', control: team.controls.open.text({ question: id }), primary: true }])
