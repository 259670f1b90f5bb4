// Putting a question right that was asked: another answer is right, or it doesn't count.
import { control, oneOf, roundId, upTo, type Field } from '../../screens/control.ts'
import type { OptionId } from '../../core/quiz.ts'
import type { Face } from '../feature.ts'

/** Options as `bd`; `*` where they are chosen beside the control, or there are none. */
const key: Field<readonly OptionId[]> = {
  write: (options) => (options.length === 0 ? '*' : options.join('')),
  read: (text) => (text === '*' ? [] : /^[a-f]{1,6}$/u.test(text) ? [...text] : undefined),
}

const change = oneOf('void', 'regrade')
/** The mark of what somebody typed before they pressed; null: nothing. Old buttons say `given`, without what it was. */
const typed: Field<string | null> = {
  write: (mark) => mark ?? 'none',
  read: (text) => (text === '' || text === 'none' ? null : /^(?:given|[0-9a-f]{8})$/u.test(text) ? text : undefined),
}

/** No round is corrected more often. */
const version = upTo(999)

export const correctControls = {
  list: control('correct', { page: upTo(99), typed }, { rights: true }),
  /** Goes on with what was typed. */
  round: control('correct-round', { round: roundId, typed }, { rights: true }),
  /** Leaves it as it is. */
  keep: control('correct-keep', { round: roundId }, { rights: true }),
  otherKey: control('correct-key', { round: roundId, typed }, { rights: true }),
  /** Shows what would change. */
  ask: control('correct-ask', { round: roundId, change, key, typed }, { rights: true }),
  carryOut: control('correct-do', { round: roundId, change, key, version, typed }, { rights: true }),
  /** Shows what undoing would change. */
  askUndo: control('correct-undo-ask', { round: roundId }, { rights: true }),
  undo: control('correct-undo', { round: roundId, version }, { rights: true }),
}

export const correct = {
  commands: {
    correct: {
      summary: 'Correct a question that was asked',
      for: 'managers',
      about: 'team',
      options: {
        change: { kind: 'choice', summary: 'What to do. Leave it out to see the latest questions', choices: ['void', 'regrade', 'undo'], synonyms: { cancel: 'void', rejudge: 'regrade', revert: 'undo' } },
        key: { kind: 'letters', summary: 'The letters of the right answer, as in the post: B, or AC', named: 'B' },
        question: { kind: 'dates', summary: 'Its date, or words from it' },
        why: { kind: 'text', summary: 'Why, in a sentence; people who were affected read it', named: 'reason' },
      },
      examples: ['correct', 'correct 23 Nov', 'correct regrade key=B 23 Nov', 'correct void yesterday why Two answers are right'],
      changes: 'with-values',
      aliases: ['correction', 'regrade', 'void'],
    },
  },
  controls: correctControls,
} as const satisfies Face
