// How Discord's events reach the bot: over the gateway or over HTTP.
import type { Message } from 'discord.js'
import type { Snowflake } from '../ids.ts'
import type { Servers } from './servers.ts'

/** Takes what Discord sends. None of it throws but where it says so. */
export type Listener = {
  /** @param payload as Discord sends it: nobody has checked it */
  readonly interaction: (payload: unknown) => void
  readonly message: (message: Message) => void
  readonly joined: (server: Snowflake) => void
  /** Fulfilled when that is on record. */
  readonly removed: (server: Snowflake) => Promise<void>
  /** Of the servers that the bot has worked for: where a daily question runs, and where it was removed as far as it knows. May fail. */
  readonly kept: () => Promise<{ readonly running: readonly Snowflake[]; readonly removed: readonly Snowflake[] }>
  /** A channel or thread was deleted. */
  readonly lost: (server: Snowflake, channel: Snowflake) => void
}

export type Connection = {
  readonly servers: Servers
  /** Fulfilled when interactions can arrive. @throws StartError */
  start(listener: Listener, stop: AbortSignal): Promise<void>
  /** The ids of the application and of its bot; undefined before the start. */
  application(): { readonly id: Snowflake; readonly bot: Snowflake } | undefined
  /** Whether interactions can arrive right now. */
  healthy(): boolean
  /** From now on the listener hears nothing. */
  fallSilent(): void
  close(): Promise<void>
}
