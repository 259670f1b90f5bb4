// Changes that a manager makes to a channel's quiz, and the answers.
import { pause, resume, skip, type Refusal } from '../../core/manage.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { Changed, QuizChange } from '../../ledger/quizzes.ts'
import { notice } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { Services } from '../services.ts'
import { refused } from '../refused.ts'

type Needs = Pick<Services, 'ledger'>

export async function pauseQuiz(request: Request, means: Needs): Promise<Screen> {
  return changeQuiz(request, means, {
    rule: (quiz) => pause(quiz, request.asker, request.at),
    done: () => notice('Paused', [['No questions will be posted here until ', command('resume'), '. An open question still closes on time.']]),
    already: () => [['Questions are already paused here. Start them again with ', command('resume'), '.']],
  })
}

export async function resumeQuiz(request: Request, means: Needs): Promise<Screen> {
  return changeQuiz(request, means, {
    rule: (quiz) => resume(quiz, request.asker, request.at),
    done: (quiz) => notice('Resumed', [whenNext(quiz)]),
    already: (quiz) => [['Questions aren’t paused here.'], whenNext(quiz)],
  })
}

export async function skipNext(undo: boolean, request: Request, means: Needs): Promise<Screen> {
  const skipped = (quiz: Quiz): readonly Text[] => [whenNext(quiz), ['Undo that with ', command('skip undo'), '.']]
  return changeQuiz(request, means, {
    rule: (quiz) => skip(quiz, request.asker, undo, request.at),
    done: (quiz) => (undo ? notice('Skip undone', [whenNext(quiz)]) : notice('Skipped', skipped(quiz))),
    already: (quiz) => (undo ? [['No question is set to be skipped.'], whenNext(quiz)] : skipped(quiz)),
  })
}

type Change = {
  readonly rule: (quiz: Quiz | undefined) => QuizChange<Refusal>
  readonly done: (quiz: Quiz) => Screen
  /** What to say if there is nothing to change. */
  readonly already: (quiz: Quiz) => readonly Text[]
}

export async function changeQuiz(request: Request, { ledger }: Needs, { rule, done, already }: Change): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const changed = await ledger.quizzes.change(request.place, request.event, request.at, rule)
  if (changed.kind === 'refused' && changed.refusal.kind === 'already-so') return notice('Nothing to change', already(changed.refusal.quiz))
  return outcome(changed, done)
}

/** A repeated event gets the same answer as the first: what it asked for is done. */
export function outcome(changed: Changed<Refusal>, done: (quiz: Quiz) => Screen): Screen {
  switch (changed.kind) {
    case 'saved':
      return done(changed.quiz)
    case 'repeated':
      return changed.quiz === undefined ? refused({ kind: 'no-quiz' }) : done(changed.quiz)
    case 'refused':
      return refused(changed.refusal)
  }
}
