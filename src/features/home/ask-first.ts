// Asks before a single word, written without a slash in a direct message, changes something for others.
import type { Command } from '../../commands/command.ts'
import { inChannel, runControl } from '../../screens/control.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command as line, type Text } from '../../screens/text.ts'
import { choiceBlocks, nameOf, type Choice } from './channels.ts'

export type AskFirstView = {
  readonly command: Pick<Command, 'name' | 'summary' | 'for'>
  /** What is carried out. */
  readonly line: string
  /** Where; none for a command about no channel or server. */
  readonly choices: readonly Choice[]
  readonly what: 'channel' | 'server'
}

export function askFirstScreen({ command, line: typed, choices, what }: AskFirstView): Screen {
  const [only, ...others] = choices
  const why: Text = [`A single word can mean many things, so I ask before I change ${command.for === 'managers' ? 'a channel' : 'how others see you'}.`]
  const does: Text = [line(typed.replace(/ \w+=/gu, ' ')), `: ${command.summary}.`]
  const where: readonly Block[] = only !== undefined && others.length === 0 ? [{ kind: 'paragraph', text: [what === 'server' ? 'Server: ' : 'Channel: ', ...nameOf(only, what)] }] : choiceBlocks(choices, what)
  const control = runControl.text({ line: only?.line ?? typed })
  const yes: readonly Button[] = others.length > 0 ? [] : [{ label: 'Yes, do it', control: only === undefined ? control : inChannel(only.place, control), primary: false }]
  return {
    name: 'ask-first',
    title: 'Did you mean the command?',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: why },
      { kind: 'paragraph', text: does },
      ...(choices.length === 0 ? [] : where),
      { kind: 'buttons', buttons: [...yes, { label: 'Help', control: runControl.text({ line: `help ${command.name}` }), primary: false }] },
    ],
  }
}
