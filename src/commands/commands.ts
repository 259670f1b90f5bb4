// Everything that people can type after /study, once, as data: read by Slack's and the terminal's text, by Discord's
// registration, by completion and by the help.

export type CommandName =
  | 'today'
  | 'board'
  | 'me'
  | 'lookup'
  | 'compare'
  | 'privacy'
  | 'status'
  | 'help'
  | 'setup'
  | 'settings'
  | 'pause'
  | 'resume'
  | 'skip'
  | 'now'
  | 'managers'

/** What a value looks like, so that values can be typed in any order and completed. */
export type OptionKind = 'words' | 'table' | 'time' | 'zone' | 'days' | 'opening' | 'topics' | 'choice' | 'hour' | 'person' | 'page'

/** Kinds of which the bot knows values to offer while somebody types. */
export type CompletedKind = Extract<OptionKind, 'words' | 'table' | 'topics' | 'zone'>

export const isCompleted = (kind: OptionKind): kind is CompletedKind => kind === 'words' || kind === 'table' || kind === 'topics' || kind === 'zone'

export type CommandOption = {
  readonly name: string
  readonly kind: OptionKind
  /** At most 100 characters (Discord). */
  readonly summary: string
  readonly required: boolean
  /** For kind `choice`. */
  readonly choices?: readonly string[]
  /** A value, where its look does not tell the option, so that it is typed with its name: `open=8h`. */
  readonly named?: string
}

export type Command = {
  readonly name: CommandName
  /** At most 100 characters (Discord). */
  readonly summary: string
  readonly for: 'everyone' | 'managers'
  readonly options: readonly CommandOption[]
  /** What comes after `/study`, as one would type it. */
  readonly examples: readonly string[]
}

const scheduleOptions: readonly CommandOption[] = [
  { name: 'time', kind: 'time', summary: 'When the question is posted, for example 09:00', required: false },
  { name: 'zone', kind: 'zone', summary: 'Time zone, for example Europe/Berlin', required: false },
  { name: 'days', kind: 'days', summary: 'Days, for example mon-fri or mon,wed,fri', required: false },
  { name: 'open', kind: 'opening', summary: 'How long a round stays open, for example 8h; auto: until an hour before the next one', required: false, named: '8h' },
  { name: 'topics', kind: 'topics', summary: 'Topics with commas between, or all', required: false, named: 'a,b' },
  { name: 'feedback', kind: 'choice', summary: 'Explain at once, or when the round closes', required: false, choices: ['instant', 'at-close'] },
  { name: 'rollover', kind: 'hour', summary: 'Hour at which a study day begins, 0 to 23', required: false, named: '4' },
]

export const commands: readonly Command[] = [
  {
    name: 'today',
    summary: "Show today's question",
    for: 'everyone',
    options: [],
    examples: ['today'],
  },
  {
    name: 'board',
    summary: 'Show the leaderboard',
    for: 'everyone',
    options: [
      { name: 'period', kind: 'choice', summary: 'This week, this month or all time', required: false, choices: ['week', 'month', 'all'] },
      { name: 'scope', kind: 'choice', summary: 'This channel or everything', required: false, choices: ['here', 'everywhere'] },
      { name: 'page', kind: 'page', summary: 'Page, from 1', required: false },
    ],
    examples: ['board', 'board month', 'board all everywhere'],
  },
  {
    name: 'me',
    summary: 'Show my points, streak and rank',
    for: 'everyone',
    options: [],
    examples: ['me'],
  },
  {
    name: 'lookup',
    summary: 'Look up who is responsible for what, with the place to read it',
    for: 'everyone',
    options: [{ name: 'words', kind: 'words', summary: 'A service, a duty, a term or a whole question', required: true }],
    examples: ['lookup rds patching', 'lookup who patches the guest OS on EC2?'],
  },
  {
    name: 'compare',
    summary: 'Compare side by side who does what',
    for: 'everyone',
    options: [{ name: 'table', kind: 'table', summary: 'What to compare, for example patching', required: false }],
    examples: ['compare', 'compare patching'],
  },
  {
    name: 'privacy',
    summary: 'Hide me from boards and lists, or show me again',
    for: 'everyone',
    options: [{ name: 'show', kind: 'choice', summary: 'Whether others see me', required: false, choices: ['hide', 'show'] }],
    examples: ['privacy hide', 'privacy show'],
  },
  {
    name: 'status',
    summary: 'When the next question comes, and what became of the last one',
    for: 'everyone',
    options: [],
    examples: ['status'],
  },
  {
    name: 'help',
    summary: 'What can be asked, and how',
    for: 'everyone',
    options: [{ name: 'command', kind: 'words', summary: 'A command to explain', required: false }],
    examples: ['help', 'help setup'],
  },
  {
    name: 'setup',
    summary: 'Set up the daily question in this channel',
    for: 'managers',
    options: scheduleOptions,
    examples: ['setup', 'setup 09:00 Europe/Berlin mon-fri', 'setup 08:30 America/New_York mon-fri feedback=at-close'],
  },
  {
    name: 'settings',
    summary: 'Show or change the settings of this channel',
    for: 'managers',
    options: scheduleOptions,
    examples: ['settings', 'settings 10:00', 'settings open=8h topics=s3-access,iam'],
  },
  {
    name: 'pause',
    summary: 'Stop posting questions here until resumed',
    for: 'managers',
    options: [],
    examples: ['pause'],
  },
  {
    name: 'resume',
    summary: 'Post questions here again',
    for: 'managers',
    options: [],
    examples: ['resume'],
  },
  {
    name: 'skip',
    summary: 'Leave out the next question, or take that back',
    for: 'managers',
    options: [{ name: 'undo', kind: 'choice', summary: 'Take a skip back', required: false, choices: ['undo'] }],
    examples: ['skip', 'skip undo'],
  },
  {
    name: 'now',
    summary: 'Post a question now, beside the daily one',
    for: 'managers',
    options: [],
    examples: ['now'],
  },
  {
    name: 'managers',
    summary: 'Show, add or remove people who manage this quiz',
    for: 'managers',
    options: [
      { name: 'change', kind: 'choice', summary: 'Add or remove', required: false, choices: ['add', 'remove'] },
      { name: 'person', kind: 'person', summary: 'Who', required: false },
    ],
    examples: ['managers', 'managers add @ada', 'managers remove @ada'],
  },
]

export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name)
}

/** `setup [time] [zone] [days] [open=8h] …` */
export function usage(command: Command): string {
  const parts = command.options.map((option) => {
    const shown = option.named === undefined ? (option.choices?.join('|') ?? option.name) : `${option.name}=${option.named}`
    return option.required ? `<${shown}>` : `[${shown}]`
  })
  return [command.name, ...parts].join(' ')
}
