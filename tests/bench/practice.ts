// Practice: an answer with its explanation, then the next question, each by a press through the real Bolt receiver, against a bare Bolt
// app that acknowledges the same payloads.
import type { ChildProcess } from 'node:child_process'
import { practiceControls } from '../../src/features/practice/face.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { questionsEach, userId, type Press, type ServerHears, type ServerSays } from './press/messages.ts'
import { ask, connections, measurePasses } from './press/passes.ts'

/** In one pass, by each learner. */
const questionsAtOnce = 2

const goal = 0.7

export async function practice(size: Size = 'whole'): Promise<readonly Figure[]> {
  const passes = await measurePasses({ presses: answersAndNext(), explained: 1 / 2 }, size)
  const ratios = passes.map(({ study, bare }) => study.perSecond / bare.perSecond).toSorted((a, b) => a - b)
  const of = (pick: (pass: (typeof passes)[number]) => number) => median(passes.map(pick))
  const ratio = median(ratios)
  const spread = `${rounded(ratios[0] ?? Number.NaN)} to ${rounded(ratios.at(-1) ?? Number.NaN)} in ${passes.length} passes`
  const cpu = `${rounded(of(({ cpu }) => cpu.study), 0)} µs of CPU each, bare ${rounded(of(({ cpu }) => cpu.bare), 0)} µs`
  return [
    {
      what: `practice: presses to the explanation and the next question, ${connections} connections (${cpu})`,
      value: perSecond(of(({ study }) => study.perSecond)),
      floor: `${perSecond(of(({ bare }) => bare.perSecond))} bare Bolt; ratio ${spread}`,
      ratio,
      goal: `at least ${rounded(goal)}`,
      reached: ratio >= goal,
    },
  ]
}

/** All answer, all go on, and so on: each learner's presses come one after another. */
function answersAndNext() {
  let sessions: readonly string[] = []
  return async (study: ChildProcess, pass: number): Promise<readonly Press[]> => {
    const first = (pass * questionsAtOnce) % questionsEach
    if (first === 0) {
      const opened = await ask<ServerHears, ServerSays>(study, { kind: 'open-practices' })
      sessions = opened.kind === 'sessions' ? opened.sessions : []
    }
    const press = (control: (session: string) => string) => sessions.map((session, index): Press => ({ user: userId(index), control: control(session), alone: true }))
    return Array.from({ length: questionsAtOnce }, (_, at) => first + at).flatMap((position) => [
      ...press((session) => practiceControls.answer.text({ session, position, choice: 'a' })),
      ...press((session) => practiceControls.go.text({ session, position, to: position + 1 })),
    ])
  }
}
