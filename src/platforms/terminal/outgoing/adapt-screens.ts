// What only the terminal says: its own keys in the help, the line that stands for a form, who one is.
import type { Reply } from '../../../screens/request.ts'
import type { Block, Screen } from '../../../screens/screen.ts'
import { code, command, type Text } from '../../../screens/text.ts'

const keys: readonly Text[] = [
  [code('B'), ' answers the question above; AC, a c or a,c where several are asked for'],
  [code('who patches ec2'), ' any other words are looked up'],
  [code('1'), ' presses the button [1] of the last screen; what stands on it does too'],
  [code('board month'), ' commands work without /study as well'],
  [code('/as Ada'), ' goes on as another person, to try the boards; /as says who you are'],
  [code('Tab'), ' completes commands, zones, topics and terms; ↑ brings back what was typed'],
  [code('/quit'), ' ends, as Ctrl-D does; everything is kept for the next start'],
]

/** The bot's help, and how a terminal is used. */
export function withKeys(help: Screen): Screen {
  const own: Block[] = [
    { kind: 'heading', text: 'In this terminal' },
    { kind: 'list', items: keys },
  ]
  const end = help.blocks.findIndex(({ kind }) => kind === 'heading')
  const at = end === -1 ? help.blocks.length : end
  return { ...help, blocks: [...help.blocks.slice(0, at), ...own, ...help.blocks.slice(at)] }
}

/** A terminal has no forms: what holds now as one line, to type anew with changes. */
export function formAsLine({ line, example, screen }: Extract<Reply, { readonly to: 'form' }>): Screen {
  const blocks: Block[] = [
    { kind: 'facts', facts: [{ label: 'As one line', value: [command(line)] }] },
    { kind: 'footnote', text: ['Type it with your changes; what you leave out stays as it is, for example ', command(example), '.'] },
  ]
  return { ...screen, blocks: [...screen.blocks, ...blocks] }
}

/** For words that were taken as a look-up though nobody asked for one. */
export function asGuess(screen: Screen): Screen {
  const note: Block = { kind: 'footnote', text: ['Taken as a look-up; ', code('?'), ' says what else can be typed.'] }
  return { ...screen, blocks: [...screen.blocks, note] }
}
