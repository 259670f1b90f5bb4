// What people see who use the bot in a direct message, where Discord says no server that their question could be about.
import { runControl } from '../../../screens/control.ts'
import type { Screen } from '../../../screens/screen.ts'
import { command } from '../../../screens/text.ts'

const titles = { hello: 'Hi! What do you want to look up?', 'only-in-servers': 'This works in a channel of a server' } as const

export function inDirectMessage(why: keyof typeof titles): Screen {
  return {
    name: 'notice',
    title: titles[why],
    tone: why === 'hello' ? 'plain' : 'warning',
    blocks: [
      { kind: 'paragraph', text: ['Here you can look things up: write a question or a few words. ', command('help'), ' shows what else works here.'] },
      { kind: 'paragraph', text: ['The daily question and leaderboards belong to a channel. Type ', command('today'), ' there.'] },
      {
        kind: 'buttons',
        buttons: [
          { label: 'How to look things up', control: runControl.text({ line: 'help lookup' }), primary: false },
          { label: 'Help', control: runControl.text({ line: 'help' }), primary: false },
        ],
      },
    ],
  }
}
