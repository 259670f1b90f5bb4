// Practice: an answer with its explanation, then the next question, each by a press through the real Bolt receiver, against a bare Bolt
// app that acknowledges daily presses, and one that acknowledges these.
import type { ChildProcess } from 'node:child_process'
import { practiceControls } from '../../src/features/practice/face.ts'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { ask, connections } from './press/children.ts'
import { questionsEach, userId, type Press, type ServerHears, type ServerSays } from './press/messages.ts'
import { measurePasses, type Pass } from './press/passes.ts'

/** In one pass, by each learner. */
const questionsAtOnce = 2

const goal = 0.7

/** Slack sends a daily press with its message, which a private one does not have: Bolt reads four times as much. */
const asDaily = (presses: readonly Press[]) => presses.map((press) => ({ ...press, alone: false }))

export async function practice(size: Size = 'whole'): Promise<readonly Figure[]> {
  const passes = await measurePasses({ presses: answersAndNext(), explained: 1 / 2, other: asDaily }, size)
  const of = (pick: (pass: Pass) => number) => median(passes.map(pick))
  const floorOf = ({ other, bare }: Pass) => other ?? bare
  const ratios = passes.map((pass) => pass.study.perSecond / floorOf(pass).perSecond).toSorted((a, b) => a - b)
  const ratio = median(ratios)
  const spread = `${rounded(ratios[0] ?? Number.NaN)} to ${rounded(ratios.at(-1) ?? Number.NaN)} in ${passes.length} passes`
  const cpu = [of(({ study }) => study.cpu), of((pass) => floorOf(pass).cpu), of(({ bare }) => bare.cpu)].map((each) => rounded(each, 0))
  return [
    {
      what: `practice: presses to the explanation and the next question, ${connections} connections (${cpu[0]} µs of CPU each)`,
      value: perSecond(of(({ study }) => study.perSecond)),
      floor: `${perSecond(of((pass) => floorOf(pass).perSecond))} bare Bolt at daily presses (${cpu[1]} µs); ratio ${spread}; ${rounded(of(({ study, bare }) => study.perSecond / bare.perSecond))} of bare Bolt at these presses (${cpu[2]} µs)`,
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
