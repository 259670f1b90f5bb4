// Shows managers whether final boards are posted, and when the next one comes; and changes it.
import { choiceOf, type ComingFinal } from '../../core/final-board.ts'
import type { PlaceId, Quiz } from '../../core/quiz.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import type { finalBoard } from './face.ts'
import { finalBoardScreen, type FinalBoardView } from './final-board-screen.ts'
import { finalScreen } from './final-post.ts'

export const commands: Answers<typeof finalBoard>['commands'] = {
  'final-board': async ({ when }, request, means) => {
    const no = await notAllowed(request, means)
    if (no !== undefined) return no
    const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
    if (quiz === undefined) return refused({ kind: 'no-quiz' })
    if (when !== undefined && when !== choiceOf(await means.ledger.finalBoards.of(quiz.place))) await means.ledger.finalBoards.choose(quiz.place, when, request.at)
    return show(quiz, request, means)
  },
}

export const controls: Answers<typeof finalBoard>['controls'] = {}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof finalBoard>['rights'] = { 'final-board': notAllowed }

async function show(quiz: Quiz, { at }: Request, { ledger }: Means): Promise<Screen> {
  const [state, coming] = await Promise.all([ledger.finalBoards.of(quiz.place), ledger.finalBoards.coming(quiz.place, at)])
  return finalBoardScreen({ choice: choiceOf(state), next: await firstOf(coming, quiz.place, ledger), zone: quiz.zone, paused: quiz.paused, problem: state.problem })
}

/** What is over and has no points is never posted. */
async function firstOf(coming: readonly ComingFinal[], place: PlaceId, ledger: Means['ledger']): Promise<FinalBoardView['next']> {
  for (const each of coming) {
    const hasPoints = (await finalScreen(place, each, ledger)) !== undefined
    if (hasPoints || !each.over) return { ...each, hasPoints }
  }
  return null
}
