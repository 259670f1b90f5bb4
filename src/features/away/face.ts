// When somebody is away.
import { control, dateField } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const awayControls = {
  /** Ends one absence from today on. */
  endAway: control('away-end', { from: dateField, to: dateField }),
  /** Takes days away back, past ones too. */
  takeBack: control('away-take-back', { from: dateField, to: dateField }),
  /** Leaves them as they are. */
  keepDays: control('away-keep', {}),
}

export const away = {
  commands: {
    away: {
      summary: 'Keep your streak while you’re away, or see and end your days away',
      for: 'everyone',
      account: true,
      options: {
        change: { kind: 'choice', summary: 'End or take back days away: those that you’re in, or these dates; or show past ones', choices: ['back', 'past'], synonyms: { remove: 'back', end: 'back', cancel: 'back', undo: 'back', before: 'past' } },
        dates: { kind: 'dates', summary: 'A day or a range, at most three days late: 24 Dec - 2 Jan, tomorrow, next week' },
      },
      examples: ['away', 'away 24 Dec - 2 Jan', 'away tomorrow', 'away back', 'away back 24 Dec', 'away past'],
      changes: 'with-values',
      aliases: ['vacation', 'back'],
      where: 'group',
    },
  },
  controls: awayControls,
} as const satisfies Face
