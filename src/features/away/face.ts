// When somebody is away.
import { control, dateField } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const awayControls = {
  /** Ends one absence from today on. */
  endAway: control('away-end', { from: dateField, to: dateField }),
}

export const away = {
  commands: {
    away: {
      summary: 'Keep your streak while you’re away, or see and end your days away',
      for: 'everyone',
      account: true,
      options: {
        change: { kind: 'choice', summary: 'End the days away that you’re in, or those with these dates', choices: ['back'], synonyms: { remove: 'back', end: 'back', cancel: 'back' } },
        dates: { kind: 'dates', summary: 'A day or a range, at most three days late: 24 Dec - 2 Jan, tomorrow, next week' },
      },
      examples: ['away', 'away 24 Dec - 2 Jan', 'away tomorrow', 'away back'],
      changes: 'with-values',
      aliases: ['vacation', 'back'],
      where: 'group',
    },
  },
  controls: awayControls,
} as const satisfies Face
