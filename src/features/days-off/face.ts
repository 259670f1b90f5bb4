// A channel's days off: managers take them off and back, everyone can look.
import { control, dateField, upTo } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const daysOffControls = {
  daysOff: control('days-off', { page: upTo(99) }, { rights: true }),
  /** @param count how many there were when it was asked */
  removeAllDaysOff: control('off-remove-all', { count: upTo(999) }, { rights: true }),
  /** Leaves them as they are. */
  keepDaysOff: control('off-keep', {}, { rights: true }),
  removeDayOff: control('off-remove', { from: dateField, to: dateField, page: upTo(99) }, { rights: true }),
}

export const daysOff = {
  commands: {
    off: {
      summary: 'Show, add, or remove days without a question',
      for: 'managers',
      options: {
        change: { kind: 'choice', summary: 'Remove these days off, or all', choices: ['remove'] },
        dates: { kind: 'dates', summary: 'A day or a range, and a name if you like: 24 Dec - 2 Jan "Winter break", tomorrow, next week' },
      },
      examples: ['off', 'off 2026-12-24..2027-01-02 "Winter break"', 'off tomorrow', 'off remove 24 Dec - 2 Jan', 'off remove all'],
      bare: 'everyone',
      changes: 'with-values',
      aliases: ['days off', 'day off', 'holiday'],
    },
  },
  controls: daysOffControls,
} as const satisfies Face
