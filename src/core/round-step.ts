// The steps of a round from its claim to its redrawn post, and the states in which each may be taken.
import type { RoundState } from './round.ts'

/**
 * `send`: the post may be out from here on. `defer`: nothing was sent, try again later. `post`: the post is out. `fail`: there will
 * be no post. `skip`: nor will there be, because a manager wanted none. `close`: its time is over. `recount`: an answer
 * given before the close arrived after it, so the post has to be redrawn. `redraw`: the post shows the answer. `tell`: a manager is
 * told, or told later.
 */
export type RoundStep = 'send' | 'defer' | 'post' | 'fail' | 'skip' | 'close' | 'recount' | 'redraw' | 'tell'

const unposted: readonly RoundState[] = ['claimed', 'sending']

const startStates: Readonly<Record<RoundStep, readonly RoundState[]>> = {
  send: unposted,
  defer: unposted,
  post: unposted,
  fail: unposted,
  skip: unposted,
  close: ['open'],
  recount: ['closed'],
  redraw: ['closed'],
  tell: ['missed', 'failed', 'skipped'],
}

/** A step that comes twice or too late may not be taken, and changes nothing. */
export function mayStep(state: RoundState, step: RoundStep): boolean {
  return startStates[step].includes(state)
}
