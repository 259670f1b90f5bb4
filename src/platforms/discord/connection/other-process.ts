// Notices that another process uses the bot's token: it posts what this one does not, or answers people before this one can.
import { Events, type Client } from 'discord.js'
import { hour, type Instant } from '../../../core/time.ts'
import type { RoundId } from '../../../core/round.ts'
import { roundIn } from '../outgoing/round-mark.ts'
import type { Component } from '../outgoing/said-by.ts'

export type OtherProcess = {
  /** Whether there were signs of one lately. */
  readonly seen: () => boolean
  /** Call before this process posts a round. */
  readonly posting: (round: RoundId) => void
  /** Somebody was answered before this process could. */
  readonly wasFaster: () => void
  /** Looks at what comes over the gateway: Discord sends every session of a bot all events, also those of the bot's own messages. */
  readonly watch: (client: Client) => void
}

/** From one daily question to the next. */
const remembered = 25 * hour
/** A response of this process that got through and was repeated looks the same, but that is rare. */
const enoughAnswers = 2
const mostRounds = 5_000

type Packet = { readonly t?: unknown; readonly d?: { readonly author?: { readonly id?: unknown }; readonly components?: readonly Component[] } }

export function watchOtherProcess(now: () => Instant): OtherProcess {
  const own = new Set<RoundId>()
  let posted: Instant | undefined
  let answered: readonly Instant[] = []
  const isRecent = (at: Instant) => Math.abs(now() - at) < remembered
  return {
    seen: () => (posted !== undefined && isRecent(posted)) || answered.filter(isRecent).length >= enoughAnswers,
    posting: (round) => {
      own.add(round)
      const [oldest] = own
      if (own.size > mostRounds && oldest !== undefined) own.delete(oldest)
    },
    watch: (client) => {
      client.on(Events.Raw, ({ t, d }: Packet) => {
        if (t !== 'MESSAGE_CREATE' || client.user === null || d?.author?.id !== client.user.id) return
        const round = roundIn(d.components)
        if (round !== undefined && !own.has(round)) posted = now()
      })
    },
    wasFaster: () => {
      answered = [...answered, now()].slice(-enoughAnswers)
    },
  }
}
