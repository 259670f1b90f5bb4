// Corrects questions that were asked in a channel: finds the one that is meant, shows what would change, and carries it out.
import type { Change } from '../../core/correction.ts'
import type { Refusal } from '../../core/manage.ts'
import type { QuestionWords } from '../../core/question.ts'
import { isSecret, type Round, type RoundId } from '../../core/round.ts'
import { contentIn } from '../../course/round-content.ts'
import type { Correctable, Corrected, Step } from '../../ledger/corrections.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive, notice } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { shorten } from '../../screens/shorten.ts'
import type { Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { studyDayOf } from '../where.ts'
import { confirmScreen, keptBackLine, keyScreen, listScreen, roundScreen, type Found, type Listed, type Reason } from './correct-screen.ts'
import type { correct } from './face.ts'
import { heldBy, hold } from './held.ts'
import { isNothing, optionsOf, roundsMeant, takenApart, type Typed } from './wanted.ts'
import { whyNot, type WhyNot } from './why-not.ts'

export const commands: Answers<typeof correct>['commands'] = {
  correct: ({ change, question, key, why }, request, means) => onlyManagers(request, means, () => wanted(takenApart({ change, question, key, why }), 0, request, means)),
}

export const controls: Answers<typeof correct>['controls'] = {
  list: ({ page, typed }, press, means) => onlyManagers(press, means, async () => {
    const held = heldOf(typed, press)
    return held === undefined ? list(await asked(press, means), 0, [forgotten]) : wanted(held, page, press, means)
  }),
  round: ({ round, typed }, press, means) => ofChannel(round, press, means, (found) => withTyped(typed, found, press, means, (held) => goOn(found, held, press, means))),
  keep: ({ round }, press, means) => ofChannel(round, press, means, (found) => shown(found, means, { said: ['Nothing changed.'] })),
  otherKey: ({ round, typed }, press, means) => toChange(round, press, means, (found) => withTyped(typed, found, press, means, ({ why }) => askForKey(found, reasonOf(why, press), means))),
  ask: ({ round, change, key, typed }, press, means) =>
    toChange(round, press, means, (found) => withTyped(typed, found, press, means, ({ why }) => ask(found, changeOf(change, key.length === 0 ? press.chosen : key), reasonOf(why, press), means))),
  carryOut: ({ round, change, key, version, typed }, press, means) => toChange(round, press, means, (found) => carryOut(found, changeOf(change, key), { version, typed }, press, means)),
  askUndo: ({ round }, press, means) => toChange(round, press, means, (found) => ask(found, { kind: 'undo' }, null, means)),
  undo: ({ round, version }, press, means) => toChange(round, press, means, (found) => undo(found, version, press, means)),
}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof correct>['rights'] = { correct: notAllowed }

const changeOf = (kind: Change['kind'], key: readonly string[]): Change => (kind === 'void' ? { kind } : { kind, key })

async function onlyManagers(request: Request, means: Means, then: () => Screen | Promise<Screen>): Promise<Screen> {
  return (await notAllowed(request, means)) ?? then()
}

/** A round of the channel that the asker manages; a button of another one does nothing. */
async function ofChannel(id: RoundId, request: Request, means: Means, then: (found: Found) => Screen | Promise<Screen>): Promise<Screen> {
  return onlyManagers(request, means, async () => {
    const found = await means.ledger.corrections.find(id)
    return found === undefined || found.round.place !== request.place ? noLongerActive() : then(await asSeen(found, request, means))
  })
}

/** One that this channel may change. */
const toChange: typeof ofChannel = (id, request, means, then) => ofChannel(id, request, means, (found) => (found.ledElsewhere ? refused({ kind: 'follows' }) : then(found)))

/** Managers answer, too. Whoever still can isn't told the answer. */
async function asSeen(found: Correctable, { asker }: Request, { ledger }: Means): Promise<Found> {
  const { round } = found
  if (isSecret(round) || round.state !== 'open') return { ...found, hidesKey: isSecret(round) }
  const view = await ledger.rounds.view(round.id, round.group, asker.id)
  return { ...found, hidesKey: view === undefined || view.mine === null }
}

const forgotten = 'I no longer know what you typed. Nothing has changed: please type it again.'

/** Undefined if it’s no longer known. */
const heldOf = (typed: string | null, { place }: Request): Typed | undefined => (typed === null ? {} : heldBy(typed, place))

function withTyped(typed: string | null, found: Found, request: Request, means: Means, then: (held: Typed) => Screen | Promise<Screen>): Screen | Promise<Screen> {
  const held = heldOf(typed, request)
  return held === undefined ? shown(found, means, { said: [forgotten] }) : then(held)
}

const reasonOf = (why: string | undefined, { place }: Request): Reason | null => (why === undefined ? null : { why, typed: hold({ why }, place) })

const wordsOf = (round: Round, { courses }: Pick<Means, 'courses'>): QuestionWords => {
  const { tip: _, ...words } = contentIn(courses, round)
  return words
}

/** More than a year of working days. */
const mostAsked = 300

async function asked({ place }: Request, means: Means): Promise<readonly Listed[]> {
  const { corrections } = means.ledger
  const [rounds, corrected] = place === null ? [[], new Set<RoundId>()] : await Promise.all([corrections.asked(place, mostAsked), corrections.otherwise(place)])
  return rounds.map((round) => ({ round, stem: wordsOf(round, means).stem, corrected: corrected.has(round.id) }))
}

const list = (all: readonly Listed[], page: number, said: Text = [], reason: Reason | null = null): Screen =>
  all.length === 0 ? notice('Nothing to correct yet', [['No question was posted here so far. Once one is, you can correct it here.']]) : listScreen(all, page, said, reason)

type Beside = { readonly said?: Text; readonly reason?: Reason | null }

async function shown(found: Found, means: Means, { said = [], reason = null }: Beside = {}): Promise<Screen> {
  const { reports, news } = means.ledger
  const [open, oldKeys] = await Promise.all([reports.open(found.round.place), news.oldKeysOf(found.round.place)])
  const reported = open.find(({ question }) => question === found.round.question)
  const courseKey = oldKeys.find(({ round }) => round.id === found.round.id)?.courseKey
  return roundScreen(found, wordsOf(found.round, means), { said, reported, courseKey, reason })
}

const cannot = (why: WhyNot, step: Step, found: Found, reason: Reason | null, means: Means): Promise<Screen> => shown(found, means, { said: whyNot(why, step, found, means), reason })

const whyHidden = ({ round }: Found): WhyNot => (isSecret(round) ? 'not-yet' : 'answer-first')

function askForKey(found: Found, reason: Reason | null, means: Means): Screen | Promise<Screen> {
  if (found.hidesKey) return cannot(whyHidden(found), { kind: 'regrade', key: [] }, found, reason, means)
  return keyScreen(found, wordsOf(found.round, means), reason)
}

/** @param page of the list, where several questions fit, or none */
async function wanted(typed: Typed, page: number, request: Request, means: Means): Promise<Screen> {
  const all = await asked(request, means)
  if (isNothing(typed) || all.length === 0) return list(all, page)
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  const { question } = typed
  const meant = question === undefined || quiz === undefined ? undefined : roundsMeant(all.map(({ round }) => ({ round, words: wordsOf(round, means) })), question, studyDayOf(quiz, request))
  const fit = meant === undefined ? all.slice(0, 1) : all.filter(({ round }) => meant.includes(round))
  const [one, another] = fit
  if (one === undefined || another !== undefined) {
    const said = one === undefined ? `No question here fits “${shorten(question ?? '', 60)}”. The latest ones:` : `Several questions fit. ${whichOne(typed.change)}`
    return list(one === undefined ? all : fit, page, [said], { why: typed.why ?? '', typed: hold(typed, request.place) })
  }
  const found = await means.ledger.corrections.find(one.round.id)
  return found === undefined ? noLongerActive() : goOn(await asSeen(found, request, means), typed, request, means)
}

function whichOne(change: Typed['change']): string {
  if (change === undefined) return 'Which one?'
  return change === 'undo' ? 'Which one’s correction do you want to undo?' : `Which one do you want to ${change}?`
}

/** With the question that is meant. */
function goOn(found: Found, { change, key, why }: Typed, request: Request, means: Means): Screen | Promise<Screen> {
  const reason = reasonOf(why, request)
  if (found.ledElsewhere && (change !== undefined || key !== undefined)) return refused({ kind: 'follows' })
  if (change === 'undo') return ask(found, { kind: 'undo' }, null, means)
  if (change === undefined && key === undefined) return shown(found, means, { reason })
  if (change !== 'void' && key === undefined) return askForKey(found, reason, means)
  const options = key === undefined ? [] : optionsOf(found.round, key)
  if (options === undefined) return misunderstood(`This question has the options A to ${'ABCDEF'[found.round.order.length - 1]}.`, means.commands.find('correct'))
  return ask(found, changeOf(change ?? 'regrade', options), reason, means)
}

async function ask(found: Found, step: Step, reason: Reason | null, means: Means): Promise<Screen> {
  if (found.hidesKey && step.kind === 'regrade') return cannot(whyHidden(found), step, found, reason, means)
  const foreseen = await means.ledger.corrections.foresee(found.round.id, step)
  if (typeof foreseen === 'string') return cannot(foreseen, step, found, reason, means)
  return confirmScreen({ ...foreseen, hidesKey: found.hidesKey }, wordsOf(found.round, means), step, reason)
}

type Pressed = { readonly version: number; readonly typed: string | null }

async function carryOut(found: Found, change: Change, { version, typed }: Pressed, request: Request, means: Means): Promise<Screen> {
  if (found.hidesKey && change.kind === 'regrade') return cannot(whyHidden(found), change, found, null, means)
  const held = heldOf(typed, request)
  if (held === undefined && found.version === version) return shown(found, means, { said: ['I no longer know what you typed as the reason. Nothing has changed: please type it again.'] })
  const what = { change, why: held?.why ?? '', version, words: wordsOf(found.round, means) }
  const done = await means.ledger.corrections.correct(found.round.id, what, request.asker, means.now())
  return outcome(done, found, request, means, change, [keptBackIn(done) ? `Done. ${keptBackLine} ` : 'Done. ', ...pointsLine(done)])
}

async function undo(found: Found, version: number, request: Request, means: Means): Promise<Screen> {
  const done = await means.ledger.corrections.undo(found.round.id, version, request.asker, means.now())
  const said = keptBackIn(done) ? `Undone: its answers are judged as before. ${keptBackLine}` : 'Undone: it’s as it was before.'
  return outcome(done, found, request, means, { kind: 'undo' }, [`${said} `, ...pointsLine(done)])
}

const keptBackIn = (done: Corrected): boolean => done.kind === 'done' && done.keptBack

/** A second press, or one on an old button, shows how things stand. */
async function outcome(done: Corrected, found: Found, request: Request, means: Means, step: Step, said: Text): Promise<Screen> {
  if (done.kind === 'not-yours') return (await notAllowed(request, means)) ?? refused(await ledElsewhere(request, means))
  if (done.kind === 'unknown') return noLongerActive()
  if (done.kind === 'stale') return shown(found, means, { said: ['It was corrected in the meantime. This is how it stands:'] })
  if (done.kind !== 'done') return cannot(done.kind, step, found, null, means)
  for (const round of [done.now.round, ...(done.others ?? [])]) await redrawn(round, request, means)
  return shown({ ...done.now, hidesKey: found.hidesKey }, means, { said })
}

/** Channels that share a question are corrected together, in the one that leads. */
async function ledElsewhere({ place }: Request, { ledger }: Means): Promise<Refusal> {
  const quiz = place === null ? undefined : await ledger.quizzes.at(place)
  return { kind: quiz?.follows === undefined ? 'no-quiz' : 'follows' }
}

/** Its own post, and the open one that tells how it went. */
async function redrawn(round: Round, { at }: Request, means: Means): Promise<void> {
  const open = await means.ledger.rounds.open(round.place, at)
  if (open !== undefined) means.counted(open)
  if (round.state === 'open' && open?.id !== round.id) means.counted(round)
  void means.send()
}

function pointsLine(done: Corrected): Text {
  const shift = done.kind === 'done' ? done.shift : null
  if (shift === null || shift.gain + shift.lose === 0) return []
  const people = shift.gain + shift.lose
  return [`${people === 1 ? 'One person’s points change' : `${people} people’s points change`}. Leaderboards follow right away, the post within a minute.`]
}
