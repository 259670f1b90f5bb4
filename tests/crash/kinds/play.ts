// Lives through days of one kind, without kills but those of the kind itself, and audits them as the crash test does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planMonth, type Moment } from '../agenda.ts'
import type { Figures } from '../audit.ts'
import { day, minute } from '../calendar.ts'
import { auditOf, endMonth, moveClock, openStage, setUp, type StageOptions } from '../stage.ts'
import type { Happening, Kind, Life } from './kind.ts'

export type KindOptions = Omit<StageOptions, 'course' | 'spare'> & { readonly days: number }

/** People who act together share a beat. */
const actsEvery = 30 * minute

export async function playKind(kind: Kind, options: KindOptions): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-kind-'))
  const course = kind.prepare?.(folder)
  const { stage, close } = await openStage({ ...options, ...(course === undefined ? {} : { course }) }, folder)
  try {
    const quizzes = await setUp(stage, options)
    const from = stage.clock.now
    const to = from + options.days * day
    const { dues, moments } = planMonth(quizzes, from, to, { share: 0, hangs: 0, grain: actsEvery }, stage.random)
    const life: Life = { stage, quizzes, dues, from, to, twins: new Set(), forgotten: [], wrongs: [] }
    for (const { moment, happenings } of together(moments, kind.plan(life))) {
      moveClock(stage, moment.at)
      for (const { run } of happenings) await run?.()
      await beat(life, moment.acts.filter((act) => kind.allows?.(act, life) !== false))
      kind.look?.(life)
    }
    for (const side of stage.sides) side.away(null)
    moveClock(stage, to)
    await endMonth(stage, quizzes, to)
    return auditOf(stage, dues, { forgotten: life.forgotten, others: [...life.wrongs, ...(kind.check?.(life) ?? [])] })
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Together = { readonly moment: Moment; readonly happenings: Happening[] }

function together(moments: readonly Moment[], happenings: readonly Happening[]): readonly Together[] {
  const all = new Map<number, Together>(moments.map((moment) => [moment.at, { moment, happenings: [] }]))
  for (const happening of happenings) {
    const at = Math.floor(happening.at / minute) * minute
    const known = all.get(at) ?? { moment: { at, occasion: 'idle', acts: [], changes: [], troubles: [] }, happenings: [] }
    known.happenings.push(happening)
    all.set(at, known)
  }
  return [...all.values()].sort((one, other) => one.moment.at - other.moment.at)
}

/** The programs beat one after the other, in an order that is drawn each time. */
async function beat({ stage, twins }: Life, acts: Moment['acts']): Promise<void> {
  const { clock, victim, notes, random } = stage
  const now = clock.now + clock.ahead
  const ofTwins = async () => {
    for (const twin of twins) await twin.setClock(now, { beat: true, lastLook: null })
  }
  const twinsFirst = random() < 0.5
  if (twinsFirst) await ofTwins()
  const [how] = await Promise.all([victim.setClock(now, { beat: true, lastLook: null }), ...acts.map(notes.act)])
  if (how === 'dead') throw new Error(`the program died by itself: ${victim.log.slice(-20).join('')}`)
  if (!twinsFirst) await ofTwins()
}
