// Who may use the managers' commands in a channel. Asked before anything that somebody typed is looked at.
import { whyNotManage, type Quiz } from '../core/quiz.ts'
import type { Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import type { Services } from './services.ts'
import { refused } from './refused.ts'

type Needs = Pick<Services, 'ledger'>

/** Why the asker may not change the quiz of this channel; undefined if they may. */
export async function notAllowed({ place, asker }: Request, { ledger }: Needs): Promise<Screen | undefined> {
  const quiz = place === null ? undefined : await ledger.quizzes.at(place)
  return notAManager(quiz, asker)
}

/** The same for setting up, which needs no quiz. Undefined also where no channel is chosen yet. */
export async function notAllowedToSetUp({ place, asker }: Request, { ledger }: Needs): Promise<Screen | undefined> {
  if (place === null) return undefined
  const quiz = await ledger.quizzes.at(place)
  if (quiz !== undefined) return notAManager(quiz, asker)
  return asker.maySetUp ? undefined : refused({ kind: 'may-not-set-up', barred: asker.barred })
}

function notAManager(quiz: Quiz | undefined, asker: Request['asker']): Screen | undefined {
  const no = whyNotManage(quiz, asker)
  return no === undefined ? undefined : refused(no)
}
