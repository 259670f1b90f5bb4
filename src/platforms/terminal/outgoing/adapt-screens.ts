// Adapts screens of the bot to the terminal: its own keys in the help, a form as a line to type, a note on a guess.
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
    { kind: 'facts', facts: [{ label: 'As one line', value: [command(line)] }] },
    { kind: 'footnote', text: ['Type it with your changes; what you leave out stays as it is, for example ', command(example), '.'] },
  ]
  return { ...screen, blocks: [...screen.blocks, ...blocks] }
}

/** A post for everyone: numbers press the buttons of answers alone, so a post says what to type instead of its own. */
export function asPost(screen: Screen): Screen {
  const all = [...(screen.above ?? []), ...screen.blocks]
  if (!all.some(({ kind }) => kind === 'buttons')) return screen
  const isShown = ({ kind }: Block) => kind !== 'buttons'
  const hint: Block = { kind: 'footnote', text: [command('last'), ' shows that answer and what you chose.'] }
  const above = (screen.above ?? []).filter(isShown)
  const blocks = screen.blocks.filter(isShown)
  return screen.above === undefined ? { ...screen, blocks: [...blocks, hint] } : { ...screen, above: [...above, hint], blocks }
}

/** The result of a look-up that nobody asked for in so many words. */
export function asGuess(screen: Screen): Screen {
  const note: Block = { kind: 'footnote', text: ['Taken as a look-up; ', code('?'), ' says what else can be typed.'] }
  return { ...screen, blocks: [...screen.blocks, note] }
}
