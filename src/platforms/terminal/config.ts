// What the terminal is given at its start.
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { Instant, Zone } from '../../core/time.ts'

export type TerminalConfig = {
  readonly commands: Commands
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Whether color may be used: a terminal, and nobody asked for none. */
  readonly colour: boolean
  /** How wide it is; by default what the output says. */
  readonly columns?: number
  /** Somebody sits at it: there is a prompt. Otherwise lines come from a pipe or a file. */
  readonly interactive: boolean
  /** Who types at first. */
  readonly personName: string
  readonly zone: Zone
  readonly now: () => Instant
  readonly log: Log
  /** Called once when the input is over and all is written, or when nobody reads the output any more. */
  readonly onEnd: () => void
}
