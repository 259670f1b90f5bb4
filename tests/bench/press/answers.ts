// Everybody answers in all channels.
import type { ChildProcess } from 'node:child_process'
import { answerControl } from '../../../src/screens/question.ts'
import { ask } from './children.ts'
import { channels, people, roundsPerChannel, userId, type Press, type ServerHears, type ServerSays } from './messages.ts'

/** To new rounds, which the bot opens for it. */
export async function answers(study: ChildProcess): Promise<readonly Press[]> {
  const opened = await ask<ServerHears, ServerSays>(study, { kind: 'open-rounds' })
  return everybody(opened.kind === 'rounds' ? opened.rounds : [])
}

/** Everybody in every round, in an order of no meaning. */
function everybody(rounds: readonly string[]): readonly Press[] {
  const open = channels * roundsPerChannel
  const total = open * people
  return Array.from({ length: total }, (_, index): Press => {
    // 7919 is a prime that does not divide the total, so each index comes once.
    const drawn = (index * 7919) % total
    const control = answerControl.text({ round: rounds[drawn % open] ?? '', option: drawn % 3 === 0 ? 'a' : 'b' })
    return { user: userId(Math.floor(drawn / open)), control, alone: false }
  })
}
