// Changes that a manager makes to a channel's quiz, and the answers.
import { readDates } from '../../commands/values/dates.ts'
import { quoted, type Read } from '../../commands/values/read.ts'
import { daysIn, longestRange } from '../../core/date-range.ts'
import { pause, pauseUntil, resume, skip, type Refusal } from '../../core/manage.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { Round } from '../../core/round.ts'
import { addDays, localDate, type LocalDate } from '../../core/time.ts'
import type { Waiting } from '../../core/withdraw.ts'
import type { Changed, QuizChange } from '../../ledger/quizzes.ts'
import { dateLine } from '../../screens/dates.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { notice } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { whenNext } from '../../screens/when-next.ts'
import type { Means, Services } from '../services.ts'
import { fateOf, lateQuestion, staysAway } from '../late-question.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'

type Needs = Pick<Services, 'ledger'>

export async function pauseQuiz(request: Request, means: Needs): Promise<Screen> {
  return changeQuiz(request, means, {
    rule: (quiz) => pause(quiz, request.asker, request.at),
    done: (_, late) => notice('Paused', told([[`${noneBut(late)} will be posted here until `, command('resume'), '. An open question still closes on time.'], late?.state === 'sending' ? fateOf(late) : []])),
    already: () => [['Questions are already paused here. Start them again with ', command('resume'), '.']],
  })
}

/** @param typed a date, on which questions come again, or how long the pause is */
export async function pauseQuizUntil(typed: string, request: Request, means: Means): Promise<Screen> {
  const no = await notAllowed(request, means)
  if (no !== undefined) return no
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const until = readUntil(typed, localDate(request.at, quiz.zone))
  if ('problem' in until) return misunderstood(until.problem, means.commands.find('pause'))
  const day = dateLine(until.value)
  return changeQuiz(request, means, {
    rule: (known, waiting) => pauseUntil(known, request.asker, until.value, request.at, waiting),
    done: (saved, late) => notice('Paused', told([[`${noneBut(late)} will be posted here until ${day}. An open question still closes on time.`], fateOf(late), whenNext(saved, request.at), ['To start again earlier: ', command('resume')]])),
    already: (known) => (known.retired !== null ? [whenNext(known, request.at)] : [[`No question was due here before ${day}.`], whenNext(known, request.at)]),
  })
}

/** A question that may be out already is the exception. */
const noneBut = (late: Round | undefined): string => (late?.state === 'sending' ? 'No other questions' : 'No questions')

const told = (lines: readonly Text[]): readonly Text[] => lines.filter(({ length }) => length > 0)

function readUntil(typed: string, today: LocalDate): Read<LocalDate> {
  const text = typed.trim().replace(/^(until|till|to|through)\s+/iu, '')
  const read = readDates(text, today)
  if ('problem' in read) return read
  const { from, to, name } = read.value
  const isLength = /^(for\s+)?(\d+|\p{L}+)\s+(days?|weeks?|wks?|months?)$/iu.test(text) && from === today
  const isRange = from !== to
  if (name !== '' || (isRange && !isLength)) return { problem: `${quoted(typed)} isn’t one date. Write the date of the next question, such as 2027-01-04, or how long the pause is: 2 weeks. For a range, use days off.` }
  const until = isLength ? addDays(to, 1) : from
  if (until <= today) return { problem: `${quoted(typed)} is ${dateLine(until)}. Write a date after today.` }
  return daysIn({ from: today, to: until }) > longestRange ? { problem: `${quoted(typed)} is more than a year away. To pause for longer, leave out the date.` } : { value: until }
}

export async function resumeQuiz(request: Request, means: Needs): Promise<Screen> {
  return changeQuiz(request, means, {
    rule: (quiz) => resume(quiz, request.asker, request.at),
    done: (quiz, late) => notice('Resumed', told([staysAway(late), whenNext(quiz, request.at)])),
    already: (quiz) => [['Questions aren’t paused here.'], whenNext(quiz, request.at)],
  })
}

export async function skipNext(undo: boolean, request: Request, means: Needs): Promise<Screen> {
  const undoLine: Text = ['Undo that with ', command('skip undo'), '.']
  const skipped = (quiz: Quiz, late?: Round): readonly Text[] => {
    const isWithdrawn = late !== undefined && late.occasion === quiz.skipDate
    return isWithdrawn ? told([fateOf(late), whenNext(quiz, request.at), late.state === 'sending' ? undoLine : []]) : [whenNext(quiz, request.at), undoLine]
  }
  return changeQuiz(request, means, {
    rule: (quiz, waiting) => skip(quiz, request.asker, undo, request.at, waiting),
    done: (quiz, late) => (undo ? notice('Skip undone', [whenNext(quiz, request.at)]) : notice('Skipped', skipped(quiz, late))),
    already: (quiz) => (undo ? [['No question is set to be skipped.'], whenNext(quiz, request.at)] : skipped(quiz)),
  })
}

type Change = {
  readonly rule: (quiz: Quiz | undefined, waiting: Waiting | null) => QuizChange<Refusal>
  /** `late`: what the change has made of the latest daily question; see `lateQuestion`. */
  readonly done: (quiz: Quiz, late: Round | undefined) => Screen
  /** What to say if there is nothing to change. */
  readonly already: (quiz: Quiz) => readonly Text[]
}

export async function changeQuiz(request: Request, { ledger }: Needs, { rule, done, already }: Change): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const changed = await ledger.quizzes.change(request.place, request.event, request.at, rule)
  if (changed.kind === 'refused' && changed.refusal.kind === 'already-so') return notice('Nothing to change', already(changed.refusal.quiz))
  const quiz = changed.kind === 'refused' ? undefined : changed.quiz
  const late = quiz && (await lateQuestion(quiz, request, { ledger }))
  return outcome(changed, (saved) => done(saved, late))
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
