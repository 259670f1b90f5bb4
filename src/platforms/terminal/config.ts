// What the terminal needs to start.
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { Instant, Zone } from '../../core/time.ts'

export type TerminalConfig = {
  readonly commands: Commands
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** Whether to use color: the output is a terminal, and nobody has switched color off. */
  readonly color: boolean
  /** Width in columns; by default that of the output. */
  readonly columns?: number
  /** Whether a person types, so there is a prompt. Otherwise lines come from a pipe or a file. */
  readonly interactive: boolean
  /** The name of the person who types first. */
  readonly personName: string
  /** Where files are saved that somebody asks for; absent: nowhere. */
  readonly filesFolder?: string | undefined
  readonly measures?: PlatformMeasures
  readonly zone: Zone
  readonly now: () => Instant
  readonly log: Log
  /** Called once, after the input ended and everything was written, or after the reader of the output went away. */
  readonly onEnd: () => void
}
