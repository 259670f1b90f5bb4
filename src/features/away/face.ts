// What somebody's streak depends on, and when they are away.
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
      options: {
        change: { kind: 'choice', summary: 'End the days away that you’re in, or those with these dates', choices: ['back'], synonyms: { remove: 'back', end: 'back', cancel: 'back' } },
        dates: { kind: 'dates', summary: 'A day or a range, at most three days late: 24 Dec - 2 Jan, tomorrow, next week' },
      },
      examples: ['away', 'away 24 Dec - 2 Jan', 'away tomorrow', 'away back'],
      changes: 'with-values',
      aliases: ['vacation', 'back'],
      where: 'group',
    },
    streak: {
      summary: 'Your streak and grace days, and the rules for streaks',
      for: 'everyone',
      options: {},
      examples: ['streak'],
      aliases: ['grace', 'grace days', 'streak rules'],
      where: 'alone',
    },
  },
  controls: awayControls,
} as const satisfies Face
