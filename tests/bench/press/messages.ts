// What the processes of the press benchmark say to each other.

/** What somebody presses. `alone`: on a message for them alone, which does not come along. */
export type Press = { readonly user: string; readonly control: string; readonly alone: boolean }

export type ServerSays =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'rounds'; readonly rounds: readonly string[] }
  | { readonly kind: 'sessions'; readonly sessions: readonly string[] }
  | { readonly kind: 'usage'; readonly cpuMicroseconds: number; readonly peakBytes: number }

export type ServerHears = { readonly kind: 'open-rounds' } | { readonly kind: 'open-practices' } | { readonly kind: 'usage' } | { readonly kind: 'stop' }

export type SinkSays = { readonly kind: 'ready'; readonly port: number } | { readonly kind: 'seen'; readonly explained: number; readonly all: number }
export type SinkHears = { readonly kind: 'count' } | { readonly kind: 'stop' }

/** The connections are spread over the ports. */
export type LoadHears = { readonly ports: readonly number[]; readonly sink: number; readonly presses: readonly Press[]; readonly connections: number } | { readonly kind: 'stop' }
export type LoadSays = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly refused: number }

export const signingSecret = 'a-signing-secret-for-the-benchmark'
export const team = 'T0BENCH'
/** A company with some channels, and everybody in each. */
export const channels = 5
export const people = 200
/** Open at the same time in each channel, so that everybody has enough to answer for the first time. */
export const roundsPerChannel = 4
/** Who practices, each with as many questions as a practice has if nobody says how many. */
export const learners = 1000
export const questionsEach = 10
export const userId = (index: number) => `U${String(index).padStart(6, '0')}`
