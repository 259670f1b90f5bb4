// A command as data: what people can type after /study. Slack's and the terminal's parsing, Discord's registration, completion
// and help are made from it.

/** What the values of an option look like. Tells apart values typed in any order, and decides how they are completed. */
export type OptionKind =
  /** Any words to the end of the line. */
  | 'words'
  /** A text of several parts to the end, line breaks included; the only option of its command. */
  | 'parts'
  /** A name that somebody makes up, to the end of the line. Always named: `alias Blue Heron`. */
  | 'name'
  /** A sentence of somebody's own, to the end of the line. */
  | 'text'
  /** A code that was shown elsewhere, to the end of the line: people put spaces in it. */
  | 'code'
  /** The title of something that the feature offers, to the end of the line. */
  | 'title'
  /** The name of a command, to the end of the line. */
  | 'command'
  | 'time'
  | 'zone'
  | 'days'
  /** A date or a range of dates, and words about it, to the end of the line. */
  | 'dates'
  /** A country or a region of one: `DE-BE`. */
  | 'region'
  | 'opening'
  | 'topics'
  /** One of the bot's courses, or several with commas between: each in one word, or in quotes. Always named. */
  | 'course'
  | 'choice'
  /** Letters of options, in one word: `B`, `AC`. */
  | 'letters'
  | 'hour'
  | 'person'
  /** The name of something and people, to the end of the line: `Reds @ada @bob`. People can also be named by a role, a user group, or a channel. */
  | 'members'
  /** People who can be pinged: a role, a user group, everyone online; or `off`. */
  | 'mention'
  | 'number'

/** An option as a feature declares it; its name is the key. */
export type OptionSpec = {
  readonly kind: OptionKind
  /** At most 100 characters (Discord). */
  readonly summary: string
  readonly required?: boolean
  /** For kind `choice`. */
  readonly choices?: readonly string[]
  /** Other words for choices, as the feature's screens call them; each with its choice. Plurals and beginnings of words need none. */
  readonly synonyms?: Readonly<Record<string, string>>
  /** Takes `off` in place of a value. */
  readonly canBeOff?: true
  /** What the course has to have. Without it, registration, completion and help leave the option out. */
  readonly needs?: CoursePart
  /** A sample value, for an option that must be named because its values look like those of others: `open=8h`. */
  readonly named?: string
}

/** What a course has that an example can name. */
export type CourseThing = 'duty' | 'topic' | 'section' | 'sheet' | 'term' | 'service' | 'diagram' | 'case' | 'table'

/** What a course can have for commands to work with. `other-courses`: the bot has more than this one. */
export type CoursePart = 'question' | 'case' | 'drill' | 'both-drills' | 'checklist' | 'service' | 'table' | 'sheet' | 'diagram' | 'tip' | 'term' | 'document' | 'quarterly-review' | 'other-courses'

/**
 * The role of a command for platforms. `start`: shown to somebody who just arrived. `help`: answers /study alone and `?`. `free-text`:
 * takes text that is not a command.
 */
export type CommandRole = 'start' | 'help' | 'free-text'

/** A command as a feature declares it; its name is the key. */
export type CommandSpec = {
  /** At most 100 characters (Discord). */
  readonly summary: string
  readonly for: 'everyone' | 'managers'
  readonly options: Readonly<Record<string, OptionSpec>>
  /** As typed after `/study`. They hold for every course, so they name nothing of one. */
  readonly examples: readonly string[]
  /** One more example, ending with a name from the loaded course: `exam 10` and `topic` make `exam 10 repairs`. */
  readonly courseExample?: { readonly start: string; readonly name: CourseThing }
  /** What the course has to have. Without it, menus, help, completion and Discord's registration leave the command out. */
  readonly needs?: CoursePart
  /** Other names for it, of up to three words. One that ends with one of its choices selects that choice: `hide` is `privacy hide`. */
  readonly aliases?: readonly string[]
  /** Those of the aliases that begin what is asked, and so belong to it: `who patches RDS`. */
  readonly askingAliases?: readonly string[]
  readonly role?: CommandRole
  /**
   * What it is about. Absent: one channel, which is chosen where the asker is in none. `group`: the asker's workspace or server, chosen
   * likewise. `groups`: the same, but where they are in none, it runs and sees to all of theirs. `alone`: the asker alone; `anywhere`: the
   * course alone.
   */
  readonly where?: 'group' | 'groups' | 'alone' | 'anywhere'
  /** It’s about a course: where the bot has several, people can name one. */
  readonly ofCourse?: true
  /** It’s about the asker’s own data and how others see them, not about studying. */
  readonly account?: true
  /** A manager’s command that is about people and how they do, not about when and how questions come. */
  readonly about?: 'team'
  /** What it does without values. `everyone`: it only shows something, and not to managers alone. */
  readonly bare?: 'everyone'
  /**
   * It changes something for a channel, or how others see somebody: `bare` also without values. A single word of it that is written without
   * a slash gets its help, because the word may have been meant for what is on the screen.
   */
  readonly changes?: 'bare' | 'with-values'
  /** It takes a file in place of its values, where people can send one along. `summary`: what the file holds, as of an option. `more`: sentences about that, for its help. */
  readonly takesFile?: { readonly summary: string; readonly more: readonly string[]; readonly mostBytes: number }
  /** Whether the bot posts in the channel afterwards, so that a platform can check its permissions in advance. */
  readonly posts?: 'now' | 'later'
}

/** The values of a command as its feature gets them: pages as numbers, choices as one of their words, everything else as text. */
export type Values<Spec extends CommandSpec> = {
  readonly [Name in keyof Spec['options']]:
    | ValueOf<Spec['options'][Name]>
    | (Spec['options'][Name] extends { readonly required: true } ? never : undefined)
}

type ValueOf<Spec extends OptionSpec> = Spec extends { readonly choices: readonly (infer Choice)[] } ? Choice : Spec['kind'] extends 'number' ? number : string

export type CommandOption = OptionSpec & { readonly name: string }

/** A command with its name, and its options as a list in order. */
export type Command = Omit<CommandSpec, 'options'> & { readonly name: string; readonly options: readonly CommandOption[] }

const courseOption: CommandOption = { name: 'course', kind: 'course', summary: 'Which course, by its name', named: 'NAME', needs: 'other-courses' }

export function namedCommand(name: string, spec: CommandSpec): Command {
  const options = Object.entries(spec.options).map(([option, of]) => ({ ...of, name: option }))
  return { ...spec, name, options: spec.ofCourse === true ? [...options, courseOption] : options }
}

/** Whether it is a yes or no where options have fields of their own: its one choice says no more than its name. */
export const isYesOrNo = ({ name, choices }: { readonly name: string; readonly choices?: readonly string[] | undefined }): boolean => choices?.length === 1 && choices[0] === name

/** How menus and help sort the commands. */
export const commandGroups = ['study', 'look-up', 'group', 'account', 'manage', 'manage-team'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** By whom it is for and what it is about, so that a new command finds its own place. */
export function groupOf({ for: who, where, account, about }: Pick<CommandSpec, 'for' | 'where' | 'account' | 'about'>): CommandGroup {
  if (who === 'managers') return about === 'team' ? 'manage-team' : 'manage'
  if (account === true) return 'account'
  return where === 'alone' ? 'study' : where === 'anywhere' ? 'look-up' : 'group'
}

/** What can be written for an option of kind `choice`, each with its choice. */
export const choiceWords = ({ choices = [], synonyms = {} }: OptionSpec): ReadonlyMap<string, string> => new Map([...choices.map((choice) => [choice, choice] as const), ...Object.entries(synonyms)])

/** Whether the value reaches to the end of the line. */
export const isWholeRest = ({ kind }: CommandOption): boolean => kind === 'words' || kind === 'title' || kind === 'command' || kind === 'name' || kind === 'text' || kind === 'parts' || kind === 'members' || kind === 'dates' || kind === 'code'

/** Whether the bot completes values of this kind while somebody types. */
export const isCompleted = ({ kind }: CommandOption): boolean => kind === 'words' || kind === 'title' || kind === 'command' || kind === 'topics' || kind === 'course' || kind === 'zone' || kind === 'region' || kind === 'mention'

/** `setup [time] [zone] [days] [open=8h] …` */
export function usage(command: Command): string {
  const parts = command.options.map((option) => {
    const shown = option.named === undefined ? (option.choices?.join('|') ?? option.name) : `${option.name}=${option.named}`
    return option.required === true ? `<${shown}>` : `[${shown}]`
  })
  return [command.name, ...parts].join(' ')
}
