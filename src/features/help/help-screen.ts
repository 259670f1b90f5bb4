// What can be asked, and how.
import { usage, type Command } from '../../commands/command.ts'
import type { Screen } from '../../screens/screen.ts'
import { command as typed, type Text } from '../../screens/text.ts'

export function helpScreen(course: { readonly title: string; readonly summary: string }, commands: readonly Command[]): Screen {
  const lines = (who: Command['for']): Text[] =>
    commands.filter((command) => command.for === who).map((command) => [typed(command.name), ` ${command.summary}`])
  return {
    name: 'help',
    title: 'Studyhall',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`One scenario question each study day. This course: ${course.title}. ${course.summary}`] },
      { kind: 'heading', text: 'For everyone' },
      { kind: 'list', items: lines('everyone') },
      { kind: 'heading', text: 'For whoever manages the quiz' },
      { kind: 'list', items: lines('managers') },
      { kind: 'footnote', text: ['More about one of them: ', typed('help setup'), '.'] },
    ],
  }
}

/** One command: what it takes and how it looks when typed. */
export function commandHelpScreen(command: Command): Screen {
  const options = command.options.map((option): Text => [`${option.name}: ${option.summary}`])
  return {
    name: 'help',
    title: command.summary,
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [typed(usage(command))] },
      ...(options.length === 0 ? [] : ([{ kind: 'list', items: options }] as const)),
      ...(command.options.every(({ required }) => required === true) ? [] : ([{ kind: 'footnote', text: ['What stands in [brackets] can be left out.'] }] as const)),
      { kind: 'heading', text: command.examples.length === 1 ? 'Example' : 'Examples' },
      { kind: 'list', items: command.examples.map((example): Text => [typed(example)]) },
    ],
  }
}
