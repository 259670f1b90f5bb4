// Presses through the real Bolt receiver, each answered with its explanation after the commit, against a bare Bolt app that
// acknowledges the same payloads.
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { answers } from './press/answers.ts'
import { connections } from './press/children.ts'
import { measurePasses, type Pass } from './press/passes.ts'

export async function presses(size: Size = 'whole'): Promise<readonly Figure[]> {
  return figures(await measurePasses({ presses: answers, explained: 1 }, size))
}

function figures(measured: readonly Pass[]): readonly Figure[] {
  const rate = median(measured.map(({ study, bare }) => study.perSecond / bare.perSecond))
  const p50 = median(measured.map(({ study, bare }) => study.p50 / bare.p50))
  const of = (pick: (pass: Pass) => number) => median(measured.map(pick))
  const cpu = `${rounded(of(({ study }) => study.cpu), 0)} µs of CPU each, bare ${rounded(of(({ bare }) => bare.cpu), 0)} µs`
  return [
    {
      what: `(b) presses explained, ${connections} connections (${cpu})`,
      value: perSecond(of(({ study }) => study.perSecond)),
      floor: `${perSecond(of(({ bare }) => bare.perSecond))} bare Bolt`,
      ratio: rate,
      goal: `at least ${rounded(0.8)}`,
      reached: rate >= 0.8,
    },
    {
      what: '(b) time to the acknowledgement, p50',
      value: `${rounded(of(({ study }) => study.p50))} ms`,
      floor: `${rounded(of(({ bare }) => bare.p50))} ms bare Bolt`,
      ratio: p50,
      goal: `at most ${rounded(1.6)}`,
      reached: p50 <= 1.6,
    },
  ]
}
