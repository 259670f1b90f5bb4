// What managers do in chat: set up, change, pause, resume, skip, ask for a round, name others.
import { findCommand } from '../../commands/commands.ts'
import { changeSettings, mayAskForRound, nameManager, pause, removeManager, resume, setUp, skip, type Refusal } from '../../core/manage.ts'
import { defaultSettings, mayManage, type Quiz, type QuizSettings } from '../../core/quiz.ts'
import { canBeRead, type Zone } from '../../core/time.ts'
import type { Changed, QuizChange } from '../../ledger/quizzes.ts'
import { misunderstood } from '../help/help-screen.ts'
import { notice, refusal } from '../../screens/notice.ts'
import type { Screen } from '../../screens/screen.ts'
import { settingsScreen, statusScreen, whenNext } from './status-screen.ts'
import { command, moment, type Inline, type Text } from '../../screens/text.ts'
import type { Desk } from '../services.ts'
import type { FormValues, Reply, Request } from '../../platforms/platform.ts'
import { readSettings, settingsAsTyped } from './settings-input.ts'

const toAsker = (screen: Screen): Reply => ({ to: 'asker', screen, update: false })

/** `setup` and `settings`: with values they are applied, without they are asked for by a form or shown. */
export async function settings(desk: Desk, request: Request, name: 'setup' | 'settings', values: FormValues): Promise<Reply> {
  const quiz = request.place === null ? undefined : await desk.ledger.quizzes.at(request.place)
  if (Object.keys(values).length > 0) return applySettings(desk, request, values)
  if (request.place !== null && quiz === undefined && (name === 'settings' || !request.asker.maySetUp)) {
    return toAsker(refused(name === 'settings' ? { kind: 'no-quiz' } : { kind: 'may-not-set-up' }))
  }
  if (quiz !== undefined && !mayManage(quiz, request.asker)) {
    return toAsker(refused({ kind: 'not-a-manager', managers: quiz.managers }))
  }
  const screen = quiz === undefined ? howToSetUp() : settingsScreen('Settings of this channel', settingsView(desk, quiz))
  return { to: 'form', values: settingsAsTyped(startingPoint(quiz, request.asker.zone), desk.course), place: request.place, screen }
}

/** Takes the values of a line or of a filled form. */
export async function applySettings(desk: Desk, request: Request, values: FormValues): Promise<Reply> {
  const { place, group, asker, at } = request
  if (place === null) return toAsker(refusal('Choose a channel', [['The daily question belongs to a channel. Type ', command('setup'), ' there.']]))
  const quiz = await desk.ledger.quizzes.at(place)
  const input = readSettings(values, startingPoint(quiz, asker.zone), desk.course)
  if ('errors' in input) {
    const screen = refusal('These settings do not work yet', Object.values(input.errors).map((error) => [error]))
    return { to: 'form-errors', errors: input.errors, screen }
  }
  const first = quiz === undefined
  const changed = await desk.ledger.quizzes.change(place, request.event, at, (known) =>
    known === undefined || first ? setUp(known, asker, { group, place }, input.settings, at) : changeSettings(known, asker, input.settings, at),
  )
  const title = first ? 'The daily question is set up' : 'Settings saved'
  return toAsker(outcome(changed, (saved) => settingsScreen(title, settingsView(desk, saved))))
}

export async function pauseQuiz(desk: Desk, request: Request): Promise<Screen> {
  return change(desk, request, {
    rule: (quiz) => pause(quiz, request.asker),
    done: () => notice('Paused', [['No question is posted here until ', command('resume'), '. An open round closes at its time.']]),
    already: () => [['Questions are paused here already. Go on with ', command('resume'), '.']],
  })
}

export async function resumeQuiz(desk: Desk, request: Request): Promise<Screen> {
  return change(desk, request, {
    rule: (quiz) => resume(quiz, request.asker, request.at),
    done: (quiz) => notice('Resumed', [whenNext(quiz)]),
    already: (quiz) => [['Questions are not paused here.'], whenNext(quiz)],
  })
}

export async function skipNext(desk: Desk, request: Request, undo: boolean): Promise<Screen> {
  const skipped = (quiz: Quiz): readonly Text[] => [whenNext(quiz), ['Take it back with ', command('skip undo'), '.']]
  return change(desk, request, {
    rule: (quiz) => skip(quiz, request.asker, undo, request.at),
    done: (quiz) => (undo ? notice('Skip taken back', [whenNext(quiz)]) : notice('Skipped', skipped(quiz))),
    already: (quiz) => (undo ? [['No question was to be left out.'], whenNext(quiz)] : skipped(quiz)),
  })
}

export async function managers(desk: Desk, request: Request, step: string | undefined, person: string | undefined): Promise<Screen> {
  if (step === undefined && person === undefined) {
    const quiz = request.place === null ? undefined : await desk.ledger.quizzes.at(request.place)
    if (quiz === undefined) return refused({ kind: 'no-quiz' })
    return managerList(quiz, [['Name somebody with ', command('managers add @name'), ', remove them with ', command('managers remove @name'), '.']])
  }
  if (step === undefined || person === undefined) {
    const missing = step === undefined ? 'Should this person be added or removed? Write add or remove before the name.' : `Whom do you want to ${step}? Write the name after “${step}”.`
    return misunderstood(missing, findCommand('managers'))
  }
  const named: Inline = { kind: 'person', id: person, name: '' }
  return change(desk, request, {
    rule: (quiz) => (step === 'add' ? nameManager : removeManager)(quiz, request.asker, person),
    done: (quiz) => managerList(quiz),
    already: () => [step === 'add' ? [named, ' manages this quiz already.'] : [named, ' is none of the managers; ', command('managers'), ' names them.']],
  })
}

function managerList(quiz: Quiz, more: readonly Text[] = []): Screen {
  return notice('Managers of this quiz', [quiz.managers.length === 0 ? ['Owners and admins.'] : [...people(quiz.managers), ', and all owners and admins.'], ...more])
}

/** A round now, beside the daily one. It is claimed here and sent by the delivery. */
export async function roundNow(desk: Desk, request: Request, send: () => void): Promise<Screen> {
  const quiz = request.place === null ? undefined : await desk.ledger.quizzes.at(request.place)
  const no = mayAskForRound(quiz, request.asker)
  if (no !== undefined || request.place === null) return refused(no ?? { kind: 'no-quiz' })
  const claim = await desk.ledger.delivery.claimExtra(request.place, request.event, request.at, desk.bank)
  if (claim === undefined) return refused({ kind: 'no-quiz' })
  if (claim.round.state === 'failed') return refusal('No question could be posted', [[claim.round.reason ?? 'No reason is on record.']])
  send()
  return notice('A question is on its way', [['It stays open until ', moment(claim.round.closesAt, claim.round.zone), '. If it does not appear, ', command('status'), ' says why.']])
}

export async function status(desk: Desk, request: Request): Promise<Screen> {
  const quiz = request.place === null ? undefined : await desk.ledger.quizzes.at(request.place)
  if (quiz === undefined) return refused({ kind: 'no-quiz' })
  const rounds = await desk.ledger.rounds.latest(quiz.place, 10)
  return statusScreen({ ...settingsView(desk, quiz), rounds, mayManage: mayManage(quiz, request.asker) })
}

type Change = {
  readonly rule: (quiz: Quiz | undefined) => QuizChange<Refusal>
  readonly done: (quiz: Quiz) => Screen
  /** How things stand where there is nothing to change. */
  readonly already: (quiz: Quiz) => readonly Text[]
}

async function change(desk: Desk, request: Request, { rule, done, already }: Change): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const changed = await desk.ledger.quizzes.change(request.place, request.event, request.at, rule)
  if (changed.kind === 'refused' && changed.refusal.kind === 'already-so') return notice('Nothing to change', already(changed.refusal.quiz))
  return outcome(changed, done)
}

/** A repeated event is answered as the first one was: what it asked for holds. */
function outcome(changed: Changed<Refusal>, done: (quiz: Quiz) => Screen): Screen {
  switch (changed.kind) {
    case 'saved':
      return done(changed.quiz)
    case 'repeated':
      return changed.quiz === undefined ? refused({ kind: 'no-quiz' }) : done(changed.quiz)
    case 'refused':
      return refused(changed.refusal)
  }
}

function refused(why: Refusal): Screen {
  switch (why.kind) {
    case 'no-quiz':
      return refusal('No daily question here yet', [['Set it up with ', command('setup 09:00 Europe/Berlin mon-fri'), ' (your own time and zone).']])
    case 'may-not-set-up':
      return refusal('Only some people can set this up', [['Setting up a daily question here takes a member who may manage the server or workspace. Ask one of them.']])
    case 'not-a-manager':
      return refusal('Only managers can do that', [
        why.managers.length === 0
          ? ['This quiz is managed by the owners and admins here.']
          : ['This quiz is managed by ', ...people(why.managers), ', and by owners and admins. They can add you with ', command('managers add @name'), '.'],
      ])
    case 'last-manager':
      return refusal('Somebody has to stay', [['The last manager is the one who is told when a question could not be posted. Name another one first with ', command('managers add @name'), '.']])
    case 'already-so':
      return notice('Nothing to change', [[command('status'), ' shows how things stand.']])
  }
}

/** Managers by their ids alone: each adapter shows the name that its platform knows. */
function people(ids: readonly string[]): Inline[] {
  return ids.flatMap((id, index): Inline[] => [...(index === 0 ? [] : [', ']), { kind: 'person', id, name: '' }])
}

function settingsView(desk: Desk, quiz: Quiz) {
  return { quiz, topics: quiz.topics.map((id) => desk.course.byId.topics.get(id)?.title ?? id), managers: people(quiz.managers).filter((part) => part !== ', ') }
}

function startingPoint(quiz: Quiz | undefined, zone: Zone | null): Omit<QuizSettings, 'zone'> & { zone: Zone | null } {
  if (quiz === undefined) return { ...defaultSettings, zone }
  return canBeRead(quiz.zone) ? quiz : { ...quiz, zone: null }
}

function howToSetUp(): Screen {
  return notice('Set up the daily question', [
    ['Write the time, the zone and the days: ', command('setup 09:00 Europe/Berlin mon-fri')],
    ['More can be chosen: ', command('help setup')],
  ])
}
