// A program that dies with a post under way and starts again under another clock; hours later the clock is right again.
import { shuffle } from '../../../src/core/random.ts'
import { day, hour, minute, second, type Quiz } from '../calendar.ts'
import { phases, type Phase } from '../kills.ts'
import { moveClock } from '../stage.ts'
import type { Happening, Kind, Life } from './kind.ts'

const steps = [-hour, minute, -day, day, -minute, hour] as const
/** In hours. */
const wrongFor = [3, 30] as const

export const clockSteps: Kind = {
  plan: (life) => {
    const { stage: { random }, dues, from, to } = life
    const all = [...dues].flatMap(([quiz, list]) => list.map(({ at }) => ({ quiz, at }))).sort((one, other) => one.at - other.at)
    const [drawnSteps, drawnPhases] = [shuffle(steps, random), shuffle(phases, random)]
    const happenings: Happening[] = []
    let free = from
    for (let turn = 0; ; turn += 1) {
      // What arrives late shows on Slack alone: Discord takes a repeated nonce for the same message.
      const isLate = turn % 2 === 0
      const target = all.filter(({ quiz, at }) => at > free && (!isLate || quiz.side.name === 'slack'))[Math.floor(random() * 2)]
      const lasts = (wrongFor[turn % 2] ?? 3) * hour
      if (target === undefined || target.at + lasts > to - 2 * day) return happenings
      const step = drawnSteps[turn % steps.length] ?? hour
      happenings.push(...happeningsOf(life, { ...target, lasts, step, phase: isLate ? 'late' : (drawnPhases[turn % phases.length] ?? 'late') }))
      free = target.at + lasts + hour
    }
  },
}

type Step = { readonly quiz: Quiz; readonly at: number; readonly lasts: number; readonly step: number; readonly phase: Phase }

function happeningsOf({ stage }: Life, { at, lasts, step, phase }: Step): readonly Happening[] {
  const { clock, victim, killer } = stage
  const stepClock = async (): Promise<void> => {
    killer.arm({ kind: 'request', step: 'post', phase, pass: 0, after: 0 })
    killer.begin('moment')
    await victim.setClock(clock.now, { beat: true, lastLook: null })
    killer.strike('before a clock step')
    await killer.settled()
    await victim.death()
    killer.arm(undefined)
    moveClock(stage, clock.now + 5 * second)
    clock.ahead = step
    await victim.start(clock.now + clock.ahead)
  }
  const setRight = async (): Promise<void> => {
    await victim.stop()
    clock.ahead = 0
    await victim.start(clock.now)
  }
  const beats = [at, at + lasts].flatMap((each) => [1, 2, 5, 30].map((after) => ({ at: each + after * minute })))
  return [{ at, run: stepClock }, { at: at + lasts, run: setRight }, ...beats]
}
