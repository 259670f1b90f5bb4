// Corrects questions that were asked in a channel: finds the one that is meant, shows what would change, and carries it out.
import { longestWhy, type Change, type WhyNotCorrect } from '../../core/correction.ts'
import type { Refusal } from '../../core/manage.ts'
import type { QuestionWords } from '../../core/question.ts'
import { isSecret, type Round, type RoundId } from '../../core/round.ts'
import { contentOf } from '../../course/question-content.ts'
import type { Correctable, Corrected, Step } from '../../ledger/corrections.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive, notice } from '../../screens/notice.ts'
import { countInWords } from '../../screens/question.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { shorten } from '../../screens/shorten.ts'
import { code, type Text } from '../../screens/text.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { studyDayOf } from '../where.ts'
import { confirmScreen, keptBackLine, keyScreen, listScreen, roundScreen, type Listed } from './correct-screen.ts'
import type { correct } from './face.ts'
import { optionsOf, roundsMeant, takenApart, type Typed } from './wanted.ts'

export const commands: Answers<typeof correct>['commands'] = {
  correct: ({ change, question, key, why }, request, means) => onlyManagers(request, means, () => wanted(takenApart({ change, question, key, why }), request, means)),
}

export const controls: Answers<typeof correct>['controls'] = {
  list: ({ page }, press, means) => onlyManagers(press, means, async () => list(await asked(press, means), page)),
  round: ({ round }, press, means) => ofChannel(round, press, means, (found) => shown(found, means)),
  keep: ({ round }, press, means) => ofChannel(round, press, means, (found) => shown(found, means, ['Nothing changed.'])),
  otherKey: ({ round }, press, means) => toChange(round, press, means, (found) => askForKey(found, means)),
  ask: ({ round, change, key }, press, means) => toChange(round, press, means, (found) => ask(found, changeOf(change, key.length === 0 ? press.chosen : key), null, means)),
  carryOut: ({ round, change, key, version, reason }, press, means) =>
    toChange(round, press, means, (found) => carryOut(found, changeOf(change, key), { version, reason: reason === 'given' }, press, means)),
  undo: ({ round, version }, press, means) => toChange(round, press, means, (found) => undo(found, version, press, means)),
}

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof correct>['rights'] = { correct: notAllowed }

const changeOf = (kind: Change['kind'], key: readonly string[]): Change => (kind === 'void' ? { kind } : { kind, key })

async function onlyManagers(request: Request, means: Means, then: () => Screen | Promise<Screen>): Promise<Screen> {
  return (await notAllowed(request, means)) ?? then()
}

/** A round of the channel that the asker manages; a button of another one does nothing. */
async function ofChannel(id: RoundId, request: Request, means: Means, then: (found: Correctable) => Screen | Promise<Screen>): Promise<Screen> {
  return onlyManagers(request, means, async () => {
    const found = await means.ledger.corrections.find(id)
    return found === undefined || found.round.place !== request.place ? noLongerActive() : then(found)
  })
}

/** One that this channel may change. */
const toChange: typeof ofChannel = (id, request, means, then) => ofChannel(id, request, means, (found) => (found.ledElsewhere ? refused({ kind: 'follows' }) : then(found)))

const wordsOf = (round: Round, { course }: Pick<Means, 'course'>): QuestionWords => {
  const { tip: _, ...words } = contentOf(course, round)
  return words
}

/** More than a year of working days. */
const mostAsked = 300

async function asked({ place }: Request, means: Means): Promise<readonly Listed[]> {
  const rounds = place === null ? [] : await means.ledger.corrections.asked(place, mostAsked)
  return rounds.map((round) => ({ round, stem: wordsOf(round, means).stem }))
}

const list = (all: readonly Listed[], page: number, said: Text = []): Screen =>
  all.length === 0 ? notice('Nothing to correct yet', [['No question was posted here so far. Once one is, you can correct it here.']]) : listScreen(all, page, said)

async function shown(found: Correctable, means: Means, said: Text = []): Promise<Screen> {
  const { reports, news } = means.ledger
  const [open, oldKeys] = await Promise.all([reports.open(found.round.place), news.oldKeysOf(found.round.place)])
  const reported = open.find(({ question }) => question === found.round.question)
  const courseKey = oldKeys.find(({ round }) => round.id === found.round.id)?.courseKey
  return roundScreen(found, wordsOf(found.round, means), { said, reported, courseKey })
}

function askForKey(found: Correctable, means: Means): Screen | Promise<Screen> {
  if (isSecret(found.round)) return shown(found, means, whyNot('not-yet', { kind: 'regrade', key: [] }, found, means))
  return keyScreen(found, wordsOf(found.round, means))
}

async function wanted({ change: kind, question, key, why }: Typed, request: Request, means: Means): Promise<Screen> {
  const all = await asked(request, means)
  const nothing = question === undefined && key === undefined && why === undefined && kind === undefined
  if (nothing || all.length === 0) return list(all, 0)
  const quiz = request.place === null ? undefined : await means.ledger.quizzes.at(request.place)
  const found = question === undefined || quiz === undefined ? all.slice(0, 1).map(({ round }) => round) : roundsMeant(all.map(({ round }) => ({ round, words: wordsOf(round, means) })), question, studyDayOf(quiz, request))
  const [round, another] = found
  if (round === undefined) return list(all, 0, [`No question here fits “${shorten(question ?? '', 60)}”. The latest ones:`])
  if (another !== undefined) return list(all.filter(({ round: each }) => found.includes(each)), 0, ['Several questions fit. Which one?'])
  const correctable = await means.ledger.corrections.find(round.id)
  if (correctable === undefined) return noLongerActive()
  if (correctable.ledElsewhere && (kind !== undefined || key !== undefined)) return refused({ kind: 'follows' })
  if (kind === 'undo') return ask(correctable, { kind }, null, means)
  if (kind === undefined && key === undefined) return shown(correctable, means)
  if (kind !== 'void' && key === undefined) return askForKey(correctable, means)
  const options = key === undefined ? [] : optionsOf(round, key)
  if (options === undefined) return misunderstood(`This question has the options A to ${'ABCDEF'[round.order.length - 1]}.`, means.commands.find('correct'))
  return ask(correctable, changeOf(kind ?? 'regrade', options), why === undefined ? null : saveWhy(request, round.id, why), means)
}

/** What people typed as the reason, until they press the button below it: a button has no room for it. */
const reasons = new Map<string, string>()
const mostReasons = 200

const reasonKey = ({ asker, place }: Request, round: RoundId) => `${asker.id} ${place} ${round}`

function saveWhy(request: Request, round: RoundId, why: string): string {
  const short = why.replace(/\s+/gu, ' ').slice(0, longestWhy)
  const oldest = reasons.size >= mostReasons ? reasons.keys().next().value : undefined
  if (oldest !== undefined) reasons.delete(oldest)
  reasons.set(reasonKey(request, round), short)
  return short
}

async function ask(found: Correctable, step: Step, why: string | null, means: Means): Promise<Screen> {
  const foreseen = await means.ledger.corrections.foresee(found.round.id, step)
  if (typeof foreseen === 'string') return shown(found, means, whyNot(foreseen, step, found, means))
  return confirmScreen(foreseen, wordsOf(found.round, means), step, why)
}

type Pressed = { readonly version: number; readonly reason: boolean }

async function carryOut(found: Correctable, change: Change, { version, reason }: Pressed, request: Request, means: Means): Promise<Screen> {
  const why = reason ? reasons.get(reasonKey(request, found.round.id)) : ''
  if (why === undefined && found.version === version) return shown(found, means, ['I no longer know what you typed as the reason. Nothing has changed: please type it again.'])
  const what = { change, why: why ?? '', version, words: wordsOf(found.round, means) }
  const done = await means.ledger.corrections.correct(found.round.id, what, request.asker, means.now())
  return outcome(done, found, request, means, change, [keptBackIn(done) ? `Done. ${keptBackLine} ` : 'Done. ', ...pointsLine(done)])
}

async function undo(found: Correctable, version: number, request: Request, means: Means): Promise<Screen> {
  const done = await means.ledger.corrections.undo(found.round.id, version, request.asker, means.now())
  const said = keptBackIn(done) ? `Undone: its answers are judged as before. ${keptBackLine}` : 'Undone: it’s as it was before.'
  return outcome(done, found, request, means, { kind: 'undo' }, [`${said} `, ...pointsLine(done)])
}

const keptBackIn = (done: Corrected): boolean => done.kind === 'done' && done.keptBack

/** A second press, or one on an old button, shows how things stand. */
async function outcome(done: Corrected, found: Correctable, request: Request, means: Means, step: Step, said: Text): Promise<Screen> {
  if (done.kind === 'not-yours') return (await notAllowed(request, means)) ?? refused(await ledElsewhere(request, means))
  if (done.kind === 'unknown') return noLongerActive()
  if (done.kind === 'stale') return shown(found, means, ['It was corrected in the meantime. This is how it stands:'])
  if (done.kind !== 'done') return shown(found, means, whyNot(done.kind, step, found, means))
  for (const round of [done.now.round, ...(done.others ?? [])]) await redrawn(round, request, means)
  return shown(done.now, means, said)
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

function whyNot(why: WhyNotCorrect | 'unknown', step: Step, { round }: Correctable, { course }: Pick<Means, 'course'>): Text {
  switch (why) {
    case 'no-change':
      if (step.kind === 'undo') return ['There’s no correction to undo.']
      return [round.voided === true ? 'It already doesn’t count.' : 'That’s already the answer.']
    case 'bad-key':
      return [
        round.key.length === 1
          ? 'Choose exactly one answer. If several are right, void the question.'
          : `This question takes ${countInWords(round.key.length)} answers, so choose exactly ${countInWords(round.key.length)}. If others are right too, void the question.`,
      ]
    case 'would-tell':
      return [
        'Somebody who answered hides or goes by an alias. If another answer counted, leaderboards would show what they chose. You can still void the question.',
        ...(course.byId.questions.has(round.question) ? [' If it has to count, ask the people who run the bot: ', code(`study -- correct ${round.question}`)] : []),
      ]
    case 'not-yet':
      return ['Managers can answer, too, so nobody sees which answer is right before the question closes. Then you can change it. If it’s no good at all, void it now.']
    case 'not-asked':
    case 'unknown':
      return ['It was never posted, so there’s nothing to correct.']
  }
}
