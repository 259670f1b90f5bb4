// What happens to the programs of a herd, in shares that are drawn from the seed.
import type { Occasion } from '../agenda.ts'
import type { Plan } from '../kills.ts'
import type { Planner } from '../plans.ts'

/** `stop`: in order, as before an update. `all`: all of them are killed at once. `connections`: all are ended, and new ones can be made. */
export type Blow =
  | { readonly kind: 'kill' | 'freeze'; readonly plan: Plan; readonly aim: Aim }
  | { readonly kind: 'cut' | 'stop' | 'all' | 'connections'; readonly after: number; readonly aim: Aim }

/** Where no request shows which one it is. */
export type Aim = 'on duty' | 'another'

/** Per kind, of a hundred. */
const shares: readonly (readonly [Blow['kind'], number])[] = [['kill', 50], ['freeze', 24], ['cut', 12], ['stop', 6], ['all', 4], ['connections', 4]]
/** Of a hundred. */
const onDuty = 70
/** In milliseconds. */
const latest = 40

export function drawBlow(occasion: Occasion, planner: Planner, random: () => number): Blow {
  const kind = drawKind(random() * 100)
  const aim: Aim = random() * 100 < onDuty ? 'on duty' : 'another'
  if (kind !== 'kill' && kind !== 'freeze') return { kind, aim, after: Math.floor(random() * latest) }
  const plan = planner.draw(occasion) ?? planner.anyMoment()
  // What a frozen process has sent arrives, sooner or later.
  return { kind, aim, plan: kind === 'freeze' && plan.kind === 'request' && plan.phase === 'lost' ? { ...plan, phase: 'late' } : plan }
}

function drawKind(at: number): Blow['kind'] {
  let sum = 0
  return shares.find(([, share]) => (sum += share) > at)?.[0] ?? 'kill'
}
