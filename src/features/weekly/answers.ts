// Shows the weekly recap to managers, and turns it on or off.
import { changed } from '../../core/manage.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import type { weekly } from './face.ts'
import { weekScreen } from './week-post.ts'
import { weeklyScreen } from './weekly-screen.ts'

export const commands: Answers<typeof weekly>['commands'] = {
  weekly: async ({ change }, request, means) => {
    const no = await notAllowed(request, means)
    if (no !== undefined) return no
    const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
    if (quiz === undefined) return refused({ kind: 'no-quiz' })
    return change === undefined ? show(quiz, request, means) : turn(change === 'on', quiz, request, means)
  },
}

export const controls: Answers<typeof weekly>['controls'] = {}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof weekly>['rights'] = { weekly: notAllowed }

async function turn(on: boolean, quiz: Quiz, request: Request, means: Means): Promise<Screen> {
  const outcome = await means.ledger.quizzes.change(quiz.place, request.event, request.at, (known) =>
    changed(known, request.asker, (current) => (current.weekly === on ? undefined : { ...current, weekly: on })),
  )
  if (outcome.kind === 'refused' && outcome.refusal.kind !== 'already-so') return refused(outcome.refusal)
  const now = await means.ledger.quizzes.at(quiz.place)
  return now === undefined ? refused({ kind: 'no-quiz' }) : show(now, request, means)
}

async function show({ place, weekly: on, zone }: Quiz, { at }: Request, means: Means): Promise<Screen> {
  const state = await means.ledger.weekly.state(place, at)
  if (state === undefined) return refused({ kind: 'no-quiz' })
  const preview = state.latest === null ? undefined : await weekScreen(place, state.latest, means)
  return weeklyScreen({ on, nextAt: state.nextAt, zone, problem: on ? state.problem : null, now: at, preview })
}
