// What it costs a press to be traced: the same presses with and without a collector, each against a bare Bolt app in the same passes.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { median, perSecond, rounded, type Figure, type Size } from './figure.ts'
import { answers } from './press/answers.ts'
import { measurePasses, type Pass } from './press/passes.ts'

export async function traces(size: Size = 'whole'): Promise<readonly Figure[]> {
  const collector = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  try {
    const plan = { presses: answers, explained: 1 }
    const without = await measurePasses(plan, size)
    const traced = await measurePasses({ ...plan, collector: `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces` }, size)
    return figures(without, traced)
  } finally {
    collector.closeAllConnections()
    collector.close()
  }
}

function figures(without: readonly Pass[], traced: readonly Pass[]): readonly Figure[] {
  const rate = (passes: readonly Pass[]) => median(passes.map(({ study, bare }) => study.perSecond / bare.perSecond))
  const of = (passes: readonly Pass[], pick: (pass: Pass) => number) => median(passes.map(pick))
  const [cpu, cpuTraced] = [of(without, ({ study }) => study.cpu), of(traced, ({ study }) => study.cpu)]
  const ratio = rate(traced) / rate(without)
  return [
    {
      what: `presses, each traced (${rounded(cpuTraced, 0)} µs of CPU each, otherwise ${rounded(cpu, 0)} µs)`,
      value: perSecond(of(traced, ({ study }) => study.perSecond)),
      floor: `${perSecond(of(without, ({ study }) => study.perSecond))} without a collector`,
      ratio,
      goal: `at least ${rounded(0.6)}`,
      reached: ratio >= 0.6,
    },
  ]
}
