// What people do in their clients, read from what Discord sends over the gateway or over HTTP.
import type { Instant } from '../../core/time.ts'
import type { FormValues } from '../../screens/form.ts'
import { controlIn } from './custom-id.ts'
import type { Snowflake } from './ids.ts'

type Common = {
  readonly id: Snowflake
  /** Whoever has it can answer for a quarter of an hour, so it stays out of logs. */
  readonly token: string
  /** The bot's application, as whose webhook the answer is edited. */
  readonly application: Snowflake
  /** When the person acted, not when this process heard of it. */
  readonly at: Instant
  readonly user: Snowflake
  /** The nickname in the server, the name everywhere, or the handle. */
  readonly name: string | undefined
  /**
   * The server it happened in; null in direct messages, and in a server that the bot is not in: there the person brought the app along, so
   * nothing but the interaction can be answered, and what is about a channel is about one of theirs elsewhere. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
   */
  readonly server: Snowflake | null
  readonly channel: Snowflake | null
  readonly isInThread: boolean
  /** In the direct messages with the bot, all messages are the person's alone, and they stay. */
  readonly isWithBot: boolean
  /** What the person, and what the bot, may do in the channel, as Discord's bits. */
  readonly may: bigint
  readonly botMay: bigint
}

export type Option = { readonly name: string; readonly value: unknown }

export type CommandInteraction = Common & {
  readonly kind: 'command'
  /** The name under which Discord lists it. */
  readonly top: string
  /** The command of the bot's, which is a subcommand for Discord. */
  readonly sub: string | null
  readonly options: readonly Option[]
  /** What a file or a person among the options is. */
  readonly file: { readonly name: string; readonly url: string; readonly size: number } | undefined
  readonly person: { /** What they may do in the channel. */ readonly may: bigint } | undefined
}

/** A press of a button, or a choice in a menu. */
export type PressInteraction = Common & {
  readonly kind: 'press'
  readonly customId: string
  readonly chosen: readonly string[]
  readonly message: { readonly id: Snowflake; readonly at: Instant; readonly isPrivate: boolean; readonly hasFiles: boolean }
}

export type FormInteraction = Common & {
  readonly kind: 'form'
  readonly customId: string
  readonly values: FormValues
}

/** Somebody is typing an option. */
export type TypingInteraction = Common & {
  readonly kind: 'typing'
  readonly sub: string | null
  readonly options: readonly Option[]
  readonly typing: { readonly name: string; readonly value: string }
}

/** The interactions that are answered with a screen. */
export type UserInteraction = CommandInteraction | PressInteraction | FormInteraction

/** The control of the pressed button or menu. */
export const controlOf = ({ customId }: Pick<PressInteraction, 'customId'>): string => controlIn(customId)
