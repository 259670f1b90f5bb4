// A channel's seasons: managers name and date them, everyone can look.
import { control, upTo, words } from '../../screens/control.ts'
import type { Face } from '../feature.ts'

export const seasonControls = {
  seasons: control('seasons', { page: upTo(99) }, { rights: true }),
  endSeason: control('season-end', { page: upTo(99), name: words }, { rights: true }),
  removeSeason: control('season-remove', { page: upTo(99), name: words }, { rights: true }),
}

export const seasons = {
  commands: {
    season: {
      summary: 'Show, add, change, end, or remove seasons, each with a leaderboard',
      for: 'managers',
      about: 'team',
      options: {
        change: { kind: 'choice', summary: 'End the one that’s on with today, or remove one', choices: ['end', 'remove'] },
        dates: { kind: 'dates', summary: 'Dates and a name: 4 Jan - 31 Mar 2027 "Winter 2027"; to remove one, its name' },
      },
      examples: ['season', 'season 4 Jan - 31 Mar 2027 "Winter 2027"', 'season end', 'season remove Winter 2027'],
      bare: 'everyone',
      changes: 'with-values',
    },
  },
  controls: seasonControls,
} as const satisfies Face
