// What people see who use the bot in a direct message, where Discord says no server that their question could be about.
import { runControl } from '../../../screens/control.ts'
import type { Screen } from '../../../screens/screen.ts'
import { command } from '../../../screens/text.ts'

const titles = { hello: 'Hi! What do you want to look up?', 'only-in-servers': 'This works in your server only' } as const

export function inDirectMessage(why: keyof typeof titles): Screen {
  return {
    name: 'notice',
    title: titles[why],
    tone: why === 'hello' ? 'plain' : 'warning',
    blocks: [
      { kind: 'paragraph', text: ['Here you can look things up: write a question or a few words.'] },
      { kind: 'paragraph', text: ['The daily question, leaderboards, and your progress belong to a channel. Type ', command('today'), ' there.'] },
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
