// Words that are no command, or do not fit one.
import { usage, type Command } from '../commands/command.ts'
import { notice } from './notice.ts'
import type { Screen } from './screen.ts'
import { command as typed, type Text } from './text.ts'

/** @param command the one that was used, or may be meant; undefined if none is near */
export function misunderstood(problem: string, command: Command | undefined): Screen {
  if (command === undefined) return { ...notice('Unknown command', [[problem], ['All commands: ', typed('help'), '.']]), name: 'refusal', tone: 'warning' }
  const examples = command.examples.flatMap((example, index): Text => [...(index === 0 ? [] : [' · ']), typed(example)])
  return {
    name: 'refusal',
    title: 'That didn’t work',
    tone: 'warning',
    blocks: [
      { kind: 'paragraph', text: [problem] },
      {
        kind: 'facts',
        facts: [
          { label: 'Usage', value: [typed(usage(command))] },
          ...(examples.length === 0 ? [] : [{ label: 'For example', value: examples }]),
          ...(takesTopics(command) ? [{ label: 'All topics', value: [typed('me topics')] }] : []),
        ],
      },
    ],
  }
}

const takesTopics = ({ options }: Command): boolean => options.some(({ kind }) => kind === 'topics')

/** @param meant the command that is nearest, if one is near */
export function noSuchCommand(words: string, meant: Command | undefined): Screen {
  const hint = meant === undefined ? '' : ` Did you mean “${meant.name}”?`
  return misunderstood(`There’s no command “${words.slice(0, 80)}”.${hint}`, meant)
}
