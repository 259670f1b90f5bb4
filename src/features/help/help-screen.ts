// What people can do, and how. Commands are named without brackets or signs: each platform shows them as they are typed there.
import { worksAnywhere, type Command, type CommandOption } from '../../commands/command.ts'
import type { Block, Screen } from '../../screens/screen.ts'
import { command as typed, strong, type Text } from '../../screens/text.ts'

export function helpScreen(course: { readonly title: string; readonly summary: string }, commands: readonly Command[]): Screen {
  const lines = (who: Command['for']): Text[] =>
    commands.filter((command) => command.for === who).map((command) => [typed(command.name), ` ${command.summary}`])
  return {
    name: 'help',
    title: 'Studyhall',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`One scenario question each study day. The course: ${course.title}. ${course.summary}`] },
      { kind: 'heading', text: 'For everyone' },
      { kind: 'list', items: lines('everyone') },
      { kind: 'heading', text: 'For managers' },
      { kind: 'list', items: lines('managers') },
      ...whereTheyWork(commands),
      { kind: 'footnote', text: ['To see a command’s options and examples: ', typed('help setup')] },
    ],
  }
}

/** Names those that don't: they stay few. */
function whereTheyWork(commands: readonly Command[]): readonly Block[] {
  const bound = commands.filter((command) => command.for === 'everyone' && !worksAnywhere(command))
  const names = bound.flatMap(({ name }, at): Text => [...(at === 0 ? [] : [', ']), typed(name)])
  return bound.length === 0 ? [] : [{ kind: 'footnote', text: ['About a channel or server: ', ...names, '. The others for everyone work in direct messages with the bot, too.'] }]
}

const about = (command: Command): string =>
  worksAnywhere(command) ? 'Works in channels and in direct messages with the bot.' : command.where === 'group' ? 'Works in any channel of the workspace or server.' : 'It’s about one channel, so type it there.'

/** One command: what it takes, and how it looks when typed. @param examples its own, or those of the course */
export function commandHelpScreen(command: Command, examples: readonly string[] = command.examples): Screen {
  const { options } = command
  const optional = options.length > 0 && options.every(({ required }) => required !== true)
  return {
    name: 'help',
    title: command.summary,
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [typed(command.name)] },
      ...(options.length === 0 ? [] : ([{ kind: 'heading', text: optional ? 'Options (leave out any)' : 'Options' }, { kind: 'list', items: options.map(optionLine) }] as const)),
      { kind: 'heading', text: examples.length === 1 ? 'Example' : 'Examples' },
      { kind: 'list', items: examples.map((example): Text => [typed(example)]) },
      { kind: 'footnote', text: [about(command)] },
    ],
  }
}

function optionLine({ name, summary, choices = [], required }: CommandOption): Text {
  const values = choices.length > 1 ? `. Choose ${inWords(choices)}.` : required === true ? ' (required)' : ''
  return [strong(name), `: ${summary}${values}`]
}

const inWords = (choices: readonly string[]) => new Intl.ListFormat('en-US', { type: 'disjunction' }).format(choices)
