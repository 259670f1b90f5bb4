// A step is taken once, and only from a state that leads to it.
import { expect, it } from 'vitest'
import type { RoundState } from '../../src/core/round.ts'
import { mayStep, type RoundStep } from '../../src/core/round-step.ts'

const states: readonly RoundState[] = ['claimed', 'sending', 'open', 'closed', 'failed', 'missed', 'skipped']

it.each<[RoundStep, readonly RoundState[]]>([
  ['send', ['claimed', 'sending']],
  ['defer', ['claimed', 'sending']],
  ['post', ['claimed', 'sending']],
  ['fail', ['claimed', 'sending']],
  ['close', ['open']],
  ['recount', ['closed']],
  ['redraw', ['closed']],
  ['tell', ['failed', 'missed', 'skipped']],
])('a round may %s from %j alone', (step, expected) => {
  expect(states.filter((state) => mayStep(state, step))).toEqual(expected)
})
