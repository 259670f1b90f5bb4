// What people can do, and how. Commands are named without brackets or signs: each platform shows them as they are typed there.
import { commandGroups, groupOf, type Command, type CommandGroup, type CommandOption } from '../../commands/command.ts'
import { runControl } from '../../screens/control.ts'
import { menuButtons } from '../../screens/menu.ts'
import { pageOf, turnButtons } from '../../screens/page.ts'
import { namesOfCourses } from '../../screens/names-of-courses.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command as typed, strong, type Text } from '../../screens/text.ts'
import { helpControls } from './face.ts'

const groupTitles: Readonly<Record<CommandGroup, string>> = {
  study: 'Study alone',
  'look-up': 'Documents',
  group: 'Your group',
  account: 'Your account',
  manage: 'Manage quiz',
  'manage-team': 'Manage team',
}

type HelpView = {
  /** Ids of all, where there are several. */
  readonly courses?: readonly string[]
  /** Whether the bot reads what people write to it; absent: it does. */
  readonly hearsMessages?: boolean
}

/** The menu: what matters first, and the rest in groups. */
export function helpScreen(course: { readonly title: string; readonly summary: string }, commands: readonly Command[], { courses = [], hearsMessages = true }: HelpView = {}): Screen {
  const groups = commandGroups.filter((group) => inGroup(group, commands).length > 0)
  return {
    name: 'help',
    title: 'Studyhall',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`One scenario question each study day. The course: ${course.title}. ${course.summary}`] },
      menuButtons((name) => commands.some((command) => command.name === name)),
      { kind: 'buttons', buttons: groups.map(groupButton) },
      ...courseNames(courses),
      { kind: 'footnote', text: ['It all works in direct messages, too. With several channels, you choose one.'] },
      ...(hearsMessages ? [] : [{ kind: 'footnote', text: ['Use commands and buttons: this bot doesn’t read messages.'] } as const]),
      { kind: 'footnote', text: ['To see a command’s options and examples: ', typed('help setup')] },
    ],
  }
}

function courseNames(courses: readonly string[]): readonly Block[] {
  const [first, last] = [courses[0], courses.at(-1)]
  return first === undefined || last === first ? [] : [{ kind: 'footnote', text: [`Courses: ${namesOfCourses(courses)}. To name one: `, typed(`practice course=${last}`)] }]
}

/** As many commands as fit a phone. */
const mostListed = 10

export const pagesOf = (group: CommandGroup, commands: readonly Command[]): number => Math.max(1, Math.ceil(inGroup(group, commands).length / mostListed))

/** The commands of a group, each with what it does; a long list in pages of about the same length. @param page from 0 */
export function groupScreen(group: CommandGroup, page: number, commands: readonly Command[]): Screen {
  const all = inGroup(group, commands)
  const size = Math.ceil(all.length / pagesOf(group, commands))
  const { shown, at, pages } = pageOf(all, { size, page })
  const items = shown.map((command): Text => [typed(command.name), ` ${command.summary}`])
  const turns = turnButtons({ at, pages }, (target) => helpControls.group.text({ group, page: target }))
  return {
    name: 'help-group',
    title: groupTitles[group],
    tone: 'plain',
    blocks: [
      { kind: 'list', items },
      { kind: 'buttons', buttons: [...turns, { label: 'Menu', control: runControl.text({ line: 'help' }), primary: false }] },
      { kind: 'footnote', text: ['To see a command’s options and examples: ', typed(`help ${shown[0]?.name ?? ''}`.trim())] },
    ],
  }
}

export const groupButton = (group: CommandGroup): Button => ({ label: groupTitles[group], control: helpControls.group.text({ group, page: 0 }), primary: false })

const inGroup = (group: CommandGroup, commands: readonly Command[]): readonly Command[] => commands.filter((command) => groupOf(command) === group)

const aboutOneChannel = 'It’s about one channel: the one where you type it. In a direct message with the bot, it’s about your own channel, or you choose one.'

const inAnyChannel = 'Works in any channel and in direct messages with the bot.'

const worksIn = {
  group: inAnyChannel,
  groups: inAnyChannel,
  alone: 'Works in channels and in direct messages with the bot.',
  anywhere: 'Works in channels and in direct messages with the bot.',
} as const

const about = ({ where }: Command): string => (where === undefined ? aboutOneChannel : worksIn[where])

/** So many that one example has to do, on a phone. */
const manyOptions = 6

/** One command: what it takes, and how it looks when typed. @param isUseful whether the course has something for it */
export function commandHelpScreen(command: Command, isUseful: boolean): Screen {
  const options = [...command.options.map(optionLine), ...fileLine(command)]
  // The bare command stands at the top already.
  const examples = command.examples.filter((example) => example !== command.name).slice(0, command.options.length > manyOptions ? 1 : undefined)
  const optional = options.length > 0 && command.options.every(({ required }) => required !== true)
  return {
    name: 'help',
    title: command.summary,
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [typed(command.name)] },
      ...(options.length === 0 ? [] : ([{ kind: 'heading', text: optional ? 'Options (leave out any)' : 'Options' }, { kind: 'list', items: options }] as const)),
      ...(examples.length === 0 ? [] : ([{ kind: 'heading', text: examples.length === 1 ? 'Example' : 'Examples' }, { kind: 'list', items: examples.map((example): Text => [typed(example)]) }] as const)),
      { kind: 'footnote', text: [isUseful ? about(command) : 'This course has nothing for it.'] },
    ],
  }
}

function fileLine({ takesFile }: Command): readonly Text[] {
  if (takesFile === undefined) return []
  return [[strong('file'), `: ${takesFile.summary}. On Slack, send it to the bot in a direct message. On Discord, attach it to the command. In the terminal, end the line with < and its path.`], ...takesFile.more.map((sentence): Text => [sentence])]
}

function optionLine({ name, summary, choices = [], required }: CommandOption): Text {
  const isSaid = choices.every((choice) => new RegExp(`\\b${choice}\\b`, 'u').test(summary))
  const values = choices.length > 1 && !isSaid ? `. Choose ${inWords(choices)}.` : required === true ? ' (required)' : ''
  return [strong(name), `: ${summary}${values}`]
}

const inWords = (choices: readonly string[]) => new Intl.ListFormat('en-US', { type: 'disjunction' }).format(choices)
