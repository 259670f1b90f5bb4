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

export type Listed = { readonly round: Round; readonly stem: string }

/** Each takes three lines on a phone. */
export const listedAtOnce = 5
const [longestStem, longestOption] = [70, 60]

const button = (label: string, control: string, primary = false): Button => ({ label, control, primary })
const note = (text: Text): readonly Block[] => (text.length === 0 ? [] : [{ kind: 'paragraph', text }])

/** @param said above the list */
export function listScreen(all: readonly Listed[], page: number, said: Text = []): Screen {
  const { shown, at, pages, first, missing } = pageOf(all, { size: listedAtOnce, page })
  const line = ({ round, stem }: Listed, index: number): Text => [strong(`${first + index + 1}. ${shortDate(round.day)}`), `: ${shorten(stem, longestStem)}${stateOf(round)}`]
  return {
    name: 'correct',
    title: 'Correct a question',
    tone: 'plain',
    blocks: [
      ...missing,
      ...note(said),
      { kind: 'list', items: shown.map(line) },
      { kind: 'buttons', buttons: shown.map(({ round }, index) => button(String(first + index + 1), correctControls.round.text({ round: round.id }))) },
      ...(pages === 1 ? [] : ([{ kind: 'buttons', buttons: turnButtons({ at, pages }, (to) => correctControls.list.text({ page: to }), { back: 'Newer', more: 'Older' }) }] as const)),
      { kind: 'footnote', text: ['By date or words: ', command('correct 23 Nov')] },
    ],
  }
}

function stateOf({ voided, otherKeys, state }: Round): string {
  const marks = [...(state === 'open' ? ['open'] : []), ...(voided === true ? ['doesn’t count'] : otherKeys === undefined ? [] : ['corrected'])]
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`
}

type Beside = {
  /** What was just done. */
  readonly said?: Text
  /** What people said about the question, if something is open. */
  readonly reported?: Reported | undefined
  /** What the course says is right by now, if that is something else. */
  readonly courseKey?: readonly OptionId[] | undefined
}

export function roundScreen(found: Correctable, words: QuestionWords, { said = [], reported, courseKey }: Beside = {}): Screen {
  const { round, answered, record, ledElsewhere } = found
  const isTold = round.voided !== true && !isSecret(round)
  const options = lettered(round, words).map(({ id, letter, text }): Text => [strong(`${isTold && round.key.includes(id) ? '✅ ' : ''}${letter}`), ` ${shorten(text, longestOption)}`])
  return {
    name: 'correct-round',
    title: `Correct ${shortDate(round.day)}`,
    tone: 'plain',
    blocks: [
      ...note(said),
      { kind: 'paragraph', text: [shorten(words.stem, 2 * longestStem)] },
      { kind: 'list', items: options },
      { kind: 'footnote', text: [`${peopleIn(answered)} · ${round.voided === true ? 'doesn’t count' : isTold ? `right: ${rightLetters(round)}` : 'the answer comes when it closes'}`] },
      ...(courseKey === undefined ? [] : [{ kind: 'paragraph', text: [`The course now says ${lettersOf(round, courseKey)}.`] } as const]),
      ...record.slice(0, recordShown).map((each): Block => ({ kind: 'footnote', text: recordLine(each, round) })),
      ...(reported === undefined ? [] : reports(reported)),
      ...(ledElsewhere ? [{ kind: 'footnote', text: ['This question is shared, so only the channel that leads can correct it. To see which one that is: ', command('share')] } as const] : []),
      { kind: 'buttons', buttons: roundButtons(found, courseKey) },
    ],
  }
}

function roundButtons({ round, record, version, ledElsewhere }: Correctable, courseKey: Beside['courseKey']): readonly Button[] {
  const toList = button('All questions', correctControls.list.text({ page: 0 }))
  if (ledElsewhere) return [toList]
  const to = { round: round.id }
  const regrade = (label: string, key: readonly OptionId[], primary = false) => button(label, correctControls.ask.text({ ...to, change: 'regrade', key }), primary)
  return [
    ...(courseKey === undefined ? [] : [regrade('Judge again', courseKey, true)]),
    ...(isSecret(round) ? [] : [button('Another answer', correctControls.otherKey.text(to))]),
    ...(round.voided !== true ? [button('Void it', correctControls.ask.text({ ...to, change: 'void', key: [] }))] : isSecret(round) ? [] : [regrade('Count it again', round.key)]),
    ...(record.some(({ undone }) => undone === null) ? [button('Undo', correctControls.undo.text({ ...to, version }))] : []),
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

function recordLine({ at, by, byOperator, why, undone, ...made }: Correction, round: Round): Text {
  const state = ({ voided, key }: Pick<Correction, 'voided' | 'key'>) => (voided ? 'doesn’t count' : isSecret(round) ? 'counts' : lettersOf(round, key))
  const what = isSecret(round) && !made.before.voided && !made.voided ? 'another answer' : `${state(made.before)} → ${state(made)}`
  const who: Text = byOperator ? ['the people who run the bot'] : by === null ? ['a manager'] : [{ kind: 'person', id: by, name: '' }]
  const taken: Text = undone === null ? [] : [' · undone ', { kind: 'moment', at: undone.at, zone: round.zone, show: 'date' }]
  return [{ kind: 'moment', at, zone: round.zone, show: 'date' }, ', ', ...who, `: ${what}${why === '' || isSecret(round) ? '' : `. “${shorten(why, longestStem)}”`}`, ...taken]
}

const peopleIn = (count: number): string => (count === 1 ? '1 answer' : `${count} answers`)

/** Asks for the other answer with the question's own options. */
export function keyScreen({ round }: Pick<Correctable, 'round'>, words: QuestionWords): Screen {
  const ask = (key: readonly OptionId[]) => correctControls.ask.text({ round: round.id, change: 'regrade', key })
  return {
    name: 'correct-key',
    title: 'Which answer is right?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [shorten(words.stem, 2 * longestStem)] },
      { kind: 'choices', id: round.id, pick: round.key.length, options: lettered(round, words).map((one) => ({ ...one, control: ask([one.id]) })), several: ask([]), chosen: round.key, sets: 'key' },
      { kind: 'footnote', text: ['Nothing changes yet. First you’ll see what would.'] },
      { kind: 'buttons', buttons: [button('Back', correctControls.round.text({ round: round.id }))] },
    ],
  }
}

/** @param why as it was typed; null if nothing was */
export function confirmScreen(foreseen: Foreseen, words: QuestionWords, step: Step, why: string | null): Screen {
  return step.kind === 'undo' ? undoScreen(foreseen, words) : changeScreen(foreseen, words, step, why)
}

function undoScreen({ round, answered, version, shift, after, keptBack, record }: Foreseen, words: QuestionWords): Screen {
  const latest = record.find(({ undone }) => undone === null)
  const state = ({ key, voided }: Standard) => (voided ? 'doesn’t count' : isSecret(round) ? 'it counts' : named(round, words, key))
  return {
    name: 'correct-confirm',
    title: 'Undo the correction?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [shorten(words.stem, longestStem)] },
      ...(latest === undefined ? [] : [{ kind: 'footnote', text: recordLine(latest, round) } as const]),
      { kind: 'paragraph', text: ['After undoing: ', strong(state(after)), `\nNow: ${state(standardOf(round))}`] },
      { kind: 'paragraph', text: [shiftLine(round, answered, shift, after.voided)] },
      ...(keptBack ? [{ kind: 'paragraph', text: [keptBackLine] } as const] : []),
      { kind: 'buttons', buttons: [button('Undo it', correctControls.undo.text({ round: round.id, version }), true), button('Cancel', correctControls.keep.text({ round: round.id }))] },
    ],
  }
}

/** Somebody hides, and an answer that was right in between would give them away. */
export const keptBackLine = 'The question still shows no votes and no names: they’d give answers away.'

function changeScreen({ round, answered, version, shift, keptBack }: Foreseen, words: QuestionWords, change: Change, why: string | null): Screen {
  const key = change.kind === 'void' ? [] : change.key
  const carryOut = correctControls.carryOut.text({ round: round.id, change: change.kind, key, version, reason: why === null ? 'none' : 'given' })
  const what: Text = change.kind === 'void' ? [strong('The question won’t count.')] : ['Right from now on: ', strong(named(round, words, key)), `\nSo far: ${round.voided === true ? 'doesn’t count' : named(round, words, round.key)}`]
  const line = `correct ${change.kind === 'void' ? 'void' : `regrade key=${lettersOf(round, key).replaceAll(/[^A-F]/gu, '')}`} ${round.day} why …`
  return {
    name: 'correct-confirm',
    title: change.kind === 'void' ? 'Void this question?' : 'Change the answer?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [shorten(words.stem, longestStem)] },
      { kind: 'paragraph', text: what },
      { kind: 'paragraph', text: [shiftLine(round, answered, shift, change.kind === 'void')] },
      ...(keptBack ? [{ kind: 'paragraph', text: [keptBackLine] } as const] : []),
      ...(why === null ? [] : [{ kind: 'paragraph', text: [strong('Why: '), why] } as const]),
      { kind: 'footnote', text: ['Points, leaderboards, and the post are updated. Streaks stay. People whose points change get a private message in ten minutes; until then you can undo it unnoticed.'] },
      ...(why === null ? [{ kind: 'footnote', text: ['To say why: ', command(line)] } as const] : []),
      { kind: 'buttons', buttons: [button(change.kind === 'void' ? 'Void it' : 'Change it', carryOut, true), button('Cancel', correctControls.keep.text({ round: round.id }))] },
    ],
  }
}

/** `12 answers: 5 become right, 3 no longer are.` */
function shiftLine(round: Round, answered: number, shift: Foreseen['shift'], voided: boolean): string {
  if (answered === 0) return 'Nobody has answered it, so no points change.'
  if (isSecret(round)) return `${peopleIn(answered)}. Points come when the question closes, so none change now.`
  if (shift === null) return `${peopleIn(answered)}. To keep answers private, I don’t say how many points change.`
  const parts = [...(shift.gain === 0 ? [] : [`${shift.gain} ${shift.gain === 1 ? 'becomes' : 'become'} right (+1 each)`]), ...(shift.lose === 0 ? [] : [`${shift.lose} no longer ${shift.lose === 1 ? 'earns' : 'earn'} a point`])]
  return `${peopleIn(answered)}: ${parts.length === 0 ? (voided ? 'none was right, so no points change' : 'no points change') : parts.join(', ')}.`
}
