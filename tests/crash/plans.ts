// Where the kills strike: every step in its turn, in an order that the seed draws.
import { shuffle } from '../../src/core/random.ts'
import type { Occasion } from './agenda.ts'
import { phases, type Plan } from './kills.ts'
import type { Step } from './side.ts'

export type Planner = {
  readonly draw: (at: Occasion | 'start') => Plan | undefined
  /** A kill within milliseconds, whatever goes on. */
  readonly anyMoment: () => Plan
}

/** The beat of a due round looks at the clock before it claims, closes, lists, sends and confirms. */
const looksOfOneBeat = 10
const longestBeat = 30
const longestRush = 250
const longestStart = 350

export function createPlanner(random: () => number): Planner {
  const requests = (step: Step, pass = 0): Plan[] => phases.map((phase) => ({ kind: 'request', step, phase, pass, after: Math.floor(random() * 5) }))
  const looks: readonly Plan[] = Array.from({ length: looksOfOneBeat }, (_, index) => ({ kind: 'look', looks: index + 1 }))
  const anyMoment = (longest = longestBeat): Plan => ({ kind: 'moment', after: Math.floor(random() * longest) })
  const anyStart = (): Plan => ({ kind: 'start', after: Math.floor(random() * longestStart) })
  const letLive = Array.from({ length: 14 }, () => undefined)
  const all: Readonly<Record<Occasion | 'start', () => readonly (Plan | undefined)[]>> = {
    due: () => [...requests('post'), ...requests('post'), ...requests('post'), ...looks, anyMoment(), anyMoment()],
    close: () => [...requests('redraw'), ...requests('redraw', 1), ...looks, anyMoment()],
    change: () => [...requests('reply'), ...requests('reply', 1), ...requests('reply', 2), ...looks.slice(0, 6), anyMoment()],
    tell: () => [...requests('tell'), ...requests('tell', 1), ...requests('redraw'), anyMoment()],
    final: () => [...requests('post'), ...looks.slice(0, 4), anyMoment(), anyMoment()],
    rush: () => [...requests('reply', 2), ...requests('reply', 9), ...Array.from({ length: 8 }, () => anyMoment(longestRush))],
    act: () => [...requests('reply'), ...requests('reply', 1), ...requests('redraw'), anyMoment(), anyMoment()],
    idle: () => [...requests('tell'), ...requests('find'), ...requests('post'), anyMoment()],
    // What a kill left behind is taken up in the first beat, which belongs to the start.
    start: () => [...requests('find'), ...requests('post'), ...requests('tell'), ...requests('other', Math.floor(random() * 4)), anyStart(), anyStart(), ...letLive],
  }
  const decks = new Map<Occasion | 'start', (Plan | undefined)[]>()
  const deckOf = (at: Occasion | 'start'): (Plan | undefined)[] => {
    const deck = decks.get(at) ?? []
    if (deck.length === 0) deck.push(...shuffle(all[at](), random))
    decks.set(at, deck)
    return deck
  }
  return { anyMoment, draw: (at) => deckOf(at).pop() }
}
