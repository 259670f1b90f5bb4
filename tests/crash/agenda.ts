// What happens in the month, and when: drawn once from the seed, whatever the program does.
import { day, duesOf, hour, minute, type Due, type Quiz } from './calendar.ts'
import type { Change } from './changes.ts'
import { consequencesOf, finalsOf, planChanges } from './changes-agenda.ts'
import type { Act } from './people.ts'
import type { Trouble } from './side.ts'

/** `change`: somebody corrects or links. `tell`: people hear of that. `final`: a channel gets the board of its week. `rush`: a whole channel answers at once. */
export type Occasion = 'due' | 'close' | 'change' | 'tell' | 'final' | 'rush' | 'act' | 'idle'

/** All that happens at one moment. A beat comes at each. */
export type Moment = { readonly at: number; occasion: Occasion; readonly acts: Act[]; readonly changes: Change[]; readonly troubles: { readonly quiz: Quiz; readonly trouble: Trouble }[] }

export type Outage = { readonly from: number; readonly to: number }

export type Agenda = {
  readonly dues: ReadonlyMap<Quiz, readonly Due[]>
  /** Oldest first. */
  readonly moments: readonly Moment[]
  readonly outages: readonly Outage[]
}

type Random = () => number

const idleBeat = 6 * hour
const rushAfter = 3 * minute

/**
 * `hangs`: how many posts are never answered. They cost seconds of real time each, the others one. `grain`: acts within as many
 * milliseconds come in the same minute. `zeal`: the share of what people would do on a usual day.
 * `changes`: whether questions are corrected and accounts linked. `rush`: the share of the rounds that everybody answers at the same moment.
 */
export type Troubles = { readonly share: number; readonly hangs: number; readonly grain?: number; readonly zeal?: number; readonly changes?: boolean; readonly rush?: number }

export function planMonth(quizzes: readonly Quiz[], from: number, to: number, { share, hangs, grain = minute, zeal = 1, changes = false, rush = 0 }: Troubles, random: Random): Agenda {
  const moments = new Map<number, Moment>()
  const at = (moment: number, occasion: Occasion): Moment => {
    const minuteOf = Math.floor(moment / minute) * minute
    const known = moments.get(minuteOf) ?? { at: minuteOf, occasion, acts: [], changes: [], troubles: [] }
    if (known.occasion === 'idle' || known.occasion === 'act') known.occasion = occasion === 'idle' ? known.occasion : occasion
    moments.set(minuteOf, known)
    return known
  }
  const dues = new Map(quizzes.map((quiz) => [quiz, duesOf(quiz, from, to)]))
  for (let moment = from; moment < to; moment += idleBeat) at(moment, 'idle')
  for (const [quiz, list] of dues) {
    for (const due of list) {
      const troubles = at(due.at, 'due').troubles
      if (random() < share) troubles.push({ quiz, trouble: drawTrouble(random, false) })
      for (const beats of [1, 2]) at(due.at + beats * minute, 'idle')
      if (due.closesAt < to) for (const beats of [0, 1]) at(due.closesAt + beats * minute, beats === 0 ? 'close' : 'idle')
      if (rush > 0 && random() < rush) for (const person of quiz.people) addAct(at(due.at + rushAfter, 'rush'), { quiz, person, kind: random() < 0.2 ? 'twice' : 'answer', taste: random() })
      for (const { when: exact, act } of actsOf(quiz, due, zeal, random)) {
        const when = Math.ceil(exact / grain) * grain
        if (when < to) addAct(at(when, 'act'), act)
      }
    }
  }
  if (changes) {
    for (const { at: when, change } of planChanges(dues, from, to, random)) {
      at(when, 'change').changes.push(change)
      for (const after of consequencesOf(change)) if (when + after < to) at(when + after, 'tell')
    }
    for (const list of dues.values()) for (const when of finalsOf(list)) at(when, 'final')
  }
  const withDues = [...moments.values()].filter(({ occasion }) => occasion === 'due')
  for (let hang = 0; hang < hangs; hang += 1) {
    const moment = withDues[Math.floor(random() * withDues.length)]
    for (const [quiz, list] of dues) if (list.some((due) => due.at === moment?.at)) moment?.troubles.push({ quiz, trouble: drawTrouble(random, true) })
  }
  return { dues, moments: [...moments.values()].filter((moment) => moment.at >= from).sort((a, b) => a.at - b.at), outages: drawOutages(from, to, random) }
}

function drawTrouble(random: Random, hang: boolean): Trouble {
  const kinds = ['error', 'reset', 'error', 'reset', 'busy'] as const
  return { kind: hang ? 'hang' : (kinds[Math.floor(random() * kinds.length)] ?? 'error'), stored: random() < 0.6 }
}

/** Nobody does two things in one minute. */
function addAct({ acts }: Moment, act: Act): void {
  if (!acts.some(({ person }) => person === act.person)) acts.push(act)
}

function actsOf(quiz: Quiz, due: Due, zeal: number, random: Random): { readonly when: number; readonly act: Act }[] {
  const open = Math.min(due.closesAt - due.at, 12 * hour)
  const some = (share: number) => random() < share * zeal
  const acts: { when: number; act: Act }[] = []
  for (const person of quiz.people) {
    const act = (when: number, kind: Act['kind']) => acts.push({ when, act: { quiz, person, kind, taste: random() } })
    if (some(0.15)) act(due.at + minute, 'answer')
    if (some(0.75)) act(due.at + 5 * minute + Math.floor(random() ** 2 * 12) * (open / 14), some(0.25) ? 'twice' : 'answer')
    if (some(0.2)) act(due.at + open / 2 + random() * (open / 2), 'answer')
    if (some(0.15)) act(due.closesAt - minute, 'answer')
    if (some(0.12)) act(due.closesAt + 5 * minute, 'late')
    if (some(0.08)) act(due.at + random() * open, 'board')
  }
  if (some(0.04)) acts.push({ when: due.at + 2 * hour, act: { quiz, person: quiz.manager, kind: 'now', taste: 0 } })
  return acts
}

/** Short enough to be caught up, and too long for that. */
function drawOutages(from: number, to: number, random: Random): readonly Outage[] {
  const lengths = [20 * minute, 3 * hour, 8 * hour, 30 * hour]
  return lengths.map((length, index) => {
    const start = from + ((index + 0.2 + random() * 0.6) * (to - from - 2 * day)) / lengths.length
    return { from: start, to: start + length }
  })
}
