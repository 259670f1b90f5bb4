// A command as data: what people can type after /study. Slack's and the terminal's text, Discord's registration, completion and
// help are made from it.

/** What a value looks like, so that values can be typed in any order and completed. */
export type OptionKind =
  /** Any words, up to the end of the line. */
  | 'words'
  /** The title of something that the feature offers, up to the end of the line. */
  | 'title'
  /** The name of a command, up to the end of the line. */
  | 'command'
  | 'time'
  | 'zone'
  | 'days'
  | 'opening'
  | 'topics'
  | 'choice'
  | 'hour'
  | 'person'
  | 'page'

/** An option as a feature declares it, under its name. */
export type OptionSpec = {
  readonly kind: OptionKind
  /** At most 100 characters (Discord). */
  readonly summary: string
  readonly required?: boolean
  /** For kind `choice`. */
  readonly choices?: readonly string[]
  /** A sample value, for an option that its look does not tell from others, so that it is typed with its name: `open=8h`. */
  readonly named?: string
}

/**
 * What a platform does of its own accord with one command. `start`: shown to somebody who has just arrived. `help`: what /study alone
 * and `?` show. `free-text`: takes words that are no command.
 */
export type CommandRole = 'start' | 'help' | 'free-text'

/** A command as a feature declares it, under its name. */
export type CommandSpec = {
  /** At most 100 characters (Discord). */
  readonly summary: string
  readonly for: 'everyone' | 'managers'
  readonly options: Readonly<Record<string, OptionSpec>>
  /** What comes after `/study`, as one would type it. */
  readonly examples: readonly string[]
  /** Other words for it. One that is a choice of the command stands for that choice as well: `hide` is `privacy hide`. */
  readonly aliases?: readonly string[]
  readonly role?: CommandRole
  /** The bot posts in the channel afterwards, `now` or `later`: a platform can check whether it may. */
  readonly posts?: 'now' | 'later'
}

/** The values of a command as its feature gets them. Pages are numbers, choices are one of their words, all else is text. */
export type Values<Spec extends CommandSpec> = {
  readonly [Name in keyof Spec['options']]:
    | ValueOf<Spec['options'][Name]>
    | (Spec['options'][Name] extends { readonly required: true } ? never : undefined)
}

type ValueOf<Spec extends OptionSpec> = Spec extends { readonly choices: readonly (infer Choice)[] } ? Choice : Spec['kind'] extends 'page' ? number : string

export type CommandOption = OptionSpec & { readonly name: string }

/** A command with its name, and its options in order. */
export type Command = Omit<CommandSpec, 'options'> & { readonly name: string; readonly options: readonly CommandOption[] }

export function namedCommand(name: string, spec: CommandSpec): Command {
  return { ...spec, name, options: Object.entries(spec.options).map(([option, of]) => ({ ...of, name: option })) }
}

/** Takes everything up to the end of the line. */
export const isWholeRest = ({ kind }: CommandOption): boolean => kind === 'words' || kind === 'title' || kind === 'command'

/** Whether the bot knows values to offer while somebody types. */
export const isCompleted = ({ kind }: CommandOption): boolean => kind === 'words' || kind === 'title' || kind === 'topics' || kind === 'zone'

/** `setup [time] [zone] [days] [open=8h] …` */
export function usage(command: Command): string {
  const parts = command.options.map((option) => {
    const shown = option.named === undefined ? (option.choices?.join('|') ?? option.name) : `${option.name}=${option.named}`
    return option.required === true ? `<${shown}>` : `[${shown}]`
  })
  return [command.name, ...parts].join(' ')
}
