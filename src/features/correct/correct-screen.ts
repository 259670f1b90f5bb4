// The screens of corrections: which question, what to do with it, what would change, and what is on record.
import { standardOf, type Change, type Standard } from '../../core/correction.ts'
import type { QuestionWords } from '../../core/question.ts'
import type { OptionId } from '../../core/quiz.ts'
import { isSecret, type Round } from '../../core/round.ts'
import type { Correctable, Correction, Foreseen, Step } from '../../ledger/corrections.ts'
import type { Reported } from '../../ledger/reports.ts'
import { named } from '../../screens/answered.ts'
import { shortDate } from '../../screens/dates.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { lettered } from '../../screens/question.ts'
import { kindsInWords, reportedButton } from '../../screens/report-control.ts'
import { lettersOf, rightLetters } from '../../screens/right-letters.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { shorten } from '../../screens/shorten.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { correctControls } from './face.ts'
import { cutText, emphasized, excerpt } from '../../screens/written.ts'

/** `corrected`: another answer counts than when it was asked. */
export type Listed = { readonly round: Round; readonly stem: string; readonly corrected: boolean }

/** `hidesKey`: nobody may be told the answer yet, or not this manager, who can still answer. */
export type Found = Correctable & { readonly hidesKey: boolean }

/** Why, as it was typed; empty if it wasn’t. `typed`: the mark by which buttons know it, with what else was typed. */
export type Reason = { readonly why: string; readonly typed: string }

const whyLine = (reason: Reason | null, most = Infinity): readonly Block[] => (reason === null || reason.why === '' ? [] : [{ kind: 'paragraph', text: [strong('Why: '), shorten(reason.why, most)] }])
const markOf = (reason: Reason | null): string | null => reason?.typed ?? null

/** Each takes three lines on a phone. */
export const listedAtOnce = 5
const [longestStem, longestOption] = [70, 60]

const button = (label: string, control: string, primary = false): Button => ({ label, control, primary })
const note = (text: Text): readonly Block[] => (text.length === 0 ? [] : [{ kind: 'paragraph', text }])

/** @param said above the list @param reason goes on with the question that is chosen */
export function listScreen(all: readonly Listed[], page: number, said: Text = [], reason: Reason | null = null): Screen {
  const { shown, at, pages, first, missing } = pageOf(all, { size: listedAtOnce, page })
  const typed = markOf(reason)
  const line = (each: Listed, index: number): Text => [strong(`${first + index + 1}. ${shortDate(each.round.day)}`), ': ', ...excerpt(each.stem, longestStem), stateOf(each)]
  return {
    name: 'correct',
    title: 'Correct a question',
    tone: 'plain',
    blocks: [
      ...missing,
      ...note(said),
      ...whyLine(reason, longestStem),
      { kind: 'list', items: shown.map(line) },
      { kind: 'buttons', buttons: shown.map(({ round }, index) => button(String(first + index + 1), correctControls.round.text({ round: round.id, typed }))) },
      ...(pages === 1 ? [] : ([{ kind: 'buttons', buttons: turnButtons({ at, pages }, (to) => correctControls.list.text({ page: to, typed }), { back: 'Newer', more: 'Older' }) }] as const)),
      { kind: 'footnote', text: ['By date or words: ', command('correct 23 Nov')] },
    ],
  }
}

function stateOf({ round: { voided, state }, corrected }: Listed): string {
  const marks = [...(state === 'open' ? ['open'] : []), ...(voided === true ? ['doesn’t count'] : corrected ? ['corrected'] : [])]
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`
}

type Beside = {
  /** What was just done. */
  readonly said?: Text
  /** What people said about the question, if something is open. */
  readonly reported?: Reported | undefined
  /** What the course says is right by now, if that is something else. */
  readonly courseKey?: readonly OptionId[] | undefined
  readonly reason?: Reason | null
}

export function roundScreen(found: Found, words: QuestionWords, { said = [], reported, courseKey, reason = null }: Beside = {}): Screen {
  const { round, answered, record, ledElsewhere, hidesKey } = found
  const isTold = round.voided !== true && !hidesKey
  const options = lettered(round, words).map(({ id, letter, text }): Text => [strong(`${isTold && round.key.includes(id) ? '✅ ' : ''}${letter}`), ' ', ...cutText(text, longestOption)])
  return {
    name: 'correct-round',
    title: `Correct ${shortDate(round.day)}`,
    tone: 'plain',
    blocks: [
      ...note(said),
      { kind: 'paragraph', text: excerpt(words.stem, 2 * longestStem) },
      { kind: 'list', items: options },
      { kind: 'footnote', text: [`${peopleIn(answered)} · ${round.voided === true ? 'doesn’t count' : isTold ? `right: ${rightLetters(round)}` : isSecret(round) ? 'the answer comes when it closes' : 'you see the answer once you’ve answered'}`] },
      ...(courseKey === undefined ? [] : [{ kind: 'paragraph', text: [`The course now says ${lettersOf(round, courseKey)}.`] } as const]),
      ...record.slice(0, recordShown).map((each): Block => ({ kind: 'footnote', text: recordLine(each, found) })),
      ...whyLine(reason, longestStem),
      ...(reported === undefined ? [] : reports(reported)),
      ...(ledElsewhere ? [{ kind: 'footnote', text: ['This question is shared, so only the channel that leads can correct it. To see which one that is: ', command('share')] } as const] : []),
      { kind: 'buttons', buttons: roundButtons(found, courseKey, markOf(reason)) },
    ],
  }
}

function roundButtons({ round, record, ledElsewhere, hidesKey }: Found, courseKey: Beside['courseKey'], typed: string | null): readonly Button[] {
  const toList = button('All questions', correctControls.list.text({ page: 0, typed: null }))
  if (ledElsewhere) return [toList]
  const to = { round: round.id }
  const regrade = (label: string, key: readonly OptionId[], primary = false) => button(label, correctControls.ask.text({ ...to, change: 'regrade', key, typed }), primary)
  return [
    ...(courseKey === undefined ? [] : [regrade('Judge again', courseKey, true)]),
    ...(hidesKey ? [] : [button('Another answer', correctControls.otherKey.text({ ...to, typed }))]),
    ...(round.voided !== true ? [button('Void it', correctControls.ask.text({ ...to, change: 'void', key: [], typed }))] : hidesKey ? [] : [regrade('Count it again', round.key)]),
    ...(record.some(({ undone }) => undone === null) ? [button('Undo', correctControls.askUndo.text(to))] : []),
    toList,
  ]
}

/** The first words whole; all of them are behind the button. */
function reports({ question, kinds, words: [first, ...others] }: Reported): readonly Block[] {
  const said = first === undefined ? '' : `\n“${first}”`
  const all = others.length === 0 ? [] : [{ kind: 'buttons', buttons: [reportedButton(question, `Read all ${others.length + 1}`)] } as const]
  return [{ kind: 'paragraph', text: [strong('Reported: '), `${kindsInWords(kinds)}${said}`] }, ...all]
}

const recordShown = 2

function recordLine({ at, by, byOperator, why, undone, ...made }: Correction, { round, hidesKey }: Pick<Found, 'round' | 'hidesKey'>): Text {
  const state = ({ voided, key }: Pick<Correction, 'voided' | 'key'>) => (voided ? 'doesn’t count' : hidesKey ? 'counts' : lettersOf(round, key))
  const what = hidesKey && !made.before.voided && !made.voided ? 'another answer' : `${state(made.before)} → ${state(made)}`
  const who: Text = byOperator ? ['the people who run the bot'] : by === null ? ['a manager'] : [{ kind: 'person', id: by, name: '' }]
  const taken: Text = undone === null ? [] : [' · undone ', { kind: 'moment', at: undone.at, zone: round.zone, show: 'date' }]
  return [{ kind: 'moment', at, zone: round.zone, show: 'date' }, ', ', ...who, `: ${what}${why === '' || hidesKey ? '' : `. “${shorten(why, longestStem)}”`}`, ...taken]
}

const peopleIn = (count: number): string => (count === 1 ? '1 answer' : `${count} answers`)

/** Asks for the other answer with the question's own options. */
export function keyScreen({ round }: Pick<Correctable, 'round'>, words: QuestionWords, reason: Reason | null = null): Screen {
  const typed = markOf(reason)
  const ask = (key: readonly OptionId[]) => correctControls.ask.text({ round: round.id, change: 'regrade', key, typed })
  return {
    name: 'correct-key',
    title: 'Which answer is right?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: excerpt(words.stem, 2 * longestStem) },
      { kind: 'choices', id: round.id, pick: round.key.length, options: lettered(round, words).map((one) => ({ ...one, control: ask([one.id]) })), several: ask([]), chosen: round.key, sets: 'key' },
      ...whyLine(reason, longestStem),
      { kind: 'footnote', text: ['Nothing changes yet. First you’ll see what would.'] },
      { kind: 'buttons', buttons: [button('Back', correctControls.round.text({ round: round.id, typed }))] },
    ],
  }
}

type Asked = Foreseen & Pick<Found, 'hidesKey'>

export function confirmScreen(foreseen: Asked, words: QuestionWords, step: Step, reason: Reason | null): Screen {
  return step.kind === 'undo' ? undoScreen(foreseen, words) : changeScreen(foreseen, words, step, reason)
}

function undoScreen({ round, answered, version, shift, after, keptBack, record, hidesKey }: Asked, words: QuestionWords): Screen {
  const latest = record.find(({ undone }) => undone === null)
  const state = ({ key, voided }: Standard): Text => (voided ? ['doesn’t count'] : hidesKey ? ['it counts'] : named(round, words, key))
  return {
    name: 'correct-confirm',
    title: 'Undo the correction?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: excerpt(words.stem, longestStem) },
      ...(latest === undefined ? [] : [{ kind: 'footnote', text: recordLine(latest, { round, hidesKey }) } as const]),
      { kind: 'paragraph', text: ['After undoing: ', ...emphasized(state(after)), '\nNow: ', ...state(standardOf(round))] },
      { kind: 'paragraph', text: [shiftLine(round, answered, shift, after.voided)] },
      ...(keptBack ? [{ kind: 'paragraph', text: [keptBackLine] } as const] : []),
      { kind: 'buttons', buttons: [button('Undo it', correctControls.undo.text({ round: round.id, version }), true), button('Cancel', correctControls.keep.text({ round: round.id }))] },
    ],
  }
}

/** Somebody hides, and an answer that was right in between would give them away. */
export const keptBackLine = 'The question still shows no votes and no names: they’d give answers away.'

function changeScreen({ round, answered, version, shift, keptBack }: Asked, words: QuestionWords, change: Change, reason: Reason | null): Screen {
  const key = change.kind === 'void' ? [] : change.key
  const carryOut = correctControls.carryOut.text({ round: round.id, change: change.kind, key, version, typed: markOf(reason) })
  const what: Text = change.kind === 'void' ? [strong('The question won’t count.')] : ['Right from now on: ', ...emphasized(named(round, words, key)), '\nSo far: ', ...(round.voided === true ? ['doesn’t count'] : named(round, words, round.key))]
  const line = `correct ${change.kind === 'void' ? 'void' : `regrade key=${lettersOf(round, key).replaceAll(/[^A-F]/gu, '')}`} ${round.day} why …`
  return {
    name: 'correct-confirm',
    title: change.kind === 'void' ? 'Void this question?' : 'Change the answer?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: excerpt(words.stem, longestStem) },
      { kind: 'paragraph', text: what },
      { kind: 'paragraph', text: [shiftLine(round, answered, shift, change.kind === 'void')] },
      ...(keptBack ? [{ kind: 'paragraph', text: [keptBackLine] } as const] : []),
      ...whyLine(reason),
      { kind: 'footnote', text: [followsLine(round, answered, shift)] },
      ...(reason === null ? [{ kind: 'footnote', text: ['To say why: ', command(line)] } as const] : []),
      { kind: 'buttons', buttons: [button(change.kind === 'void' ? 'Void it' : 'Change it', carryOut, true), button('Cancel', correctControls.keep.text({ round: round.id }))] },
    ],
  }
}

/** Everyone sees it at once; only private messages wait. */
function followsLine(round: Round, answered: number, shift: Foreseen['shift']): string {
  const mayMove = answered > 0 && !isSecret(round) && (shift === null || shift.gain + shift.lose > 0)
  return mayMove
    ? 'Leaderboards change right away, the post within a minute. Streaks and study days stay. People whose points change get a private message ten minutes later, unless you undo it before then.'
    : 'The post changes within a minute. Streaks and study days stay.'
}

/** `12 answers: 5 become right, 3 no longer are.` */
function shiftLine(round: Round, answered: number, shift: Foreseen['shift'], voided: boolean): string {
  if (answered === 0) return 'Nobody has answered it, so no points change.'
  if (isSecret(round)) return `${peopleIn(answered)}. Points come when the question closes, so none change now.`
  if (shift === null) return `${peopleIn(answered)}. To keep answers private, I don’t say how many points change.`
  const parts = [...(shift.gain === 0 ? [] : [`${shift.gain} ${shift.gain === 1 ? 'becomes' : 'become'} right (+1 each)`]), ...(shift.lose === 0 ? [] : [`${shift.lose} no longer ${shift.lose === 1 ? 'earns' : 'earn'} a point`])]
  return `${peopleIn(answered)}: ${parts.length === 0 ? (voided ? 'none was right, so no points change' : 'no points change') : parts.join(', ')}.`
}
