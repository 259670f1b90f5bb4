// Adapts screens of the bot to the terminal: adds its own keys to the help, a line to type to a form, and a note to a guess.
import type { Reply } from '../../../screens/request.ts'
import type { Block, Screen } from '../../../screens/screen.ts'
import { code, command, type Text } from '../../../screens/text.ts'

const keys: readonly Text[] = [
  [code('B'), ' answers the question above; AC, where it takes two options'],
  ['Other words are looked up in the course'],
  [code('1'), ' presses button [1] of the last screen, and so does its label'],
  [code('board month'), ' works without /study, too'],
  [code('/as Ada'), ' switches to another person; /as says who you are'],
  [code('Tab'), ' completes what you type; ↑ brings back earlier lines'],
  [code('/quit'), ' or Ctrl-D ends the session'],
]

/** The bot's help, with a section on the terminal before its first heading. */
export function withKeys(help: Screen): Screen {
  const own: Block[] = [
    { kind: 'heading', text: 'In this terminal' },
    { kind: 'list', items: keys },
  ]
  const end = help.blocks.findIndex(({ kind }) => kind === 'heading')
  const at = end === -1 ? help.blocks.length : end
  return { ...help, blocks: [...help.blocks.slice(0, at), ...own, ...help.blocks.slice(at)] }
}

/** Instead of a form: the current values as one line, to type again with changes. */
export function formAsLine({ line, example, screen }: Extract<Reply, { readonly to: 'form' }>): Screen {
  const blocks: Block[] = [
    ...(line === null ? [] : [{ kind: 'facts', facts: [{ label: 'As one line', value: [command(line)] }] } as const]),
    ...(line === null && example === null ? [] : [{ kind: 'footnote', text: howToType(line !== null, example) } as const]),
  ]
  return { ...screen, blocks: [...screen.blocks, ...blocks] }
}

function howToType(hasLine: boolean, example: string | null): Text {
  if (example === null) return ['Type all of it again, with your changes.']
  return [hasLine ? 'Type it with your changes. What you leave out doesn’t change. For example: ' : 'For example: ', command(example)]
}

/** The result of a look-up of words that were no command. */
export function asGuess(screen: Screen): Screen {
  const note: Block = { kind: 'footnote', text: ["That isn’t a command, so it was looked up. To see what you can type: ", code('?')] }
  return { ...screen, blocks: [...screen.blocks, note] }
}
