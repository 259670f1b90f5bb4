// A short answer to somebody who writes to the bot without asking for anything that it knows.
import { controlLimit, runControl } from '../../screens/control.ts'
import { howToLookUpButton } from '../../screens/lookup-control.ts'
import type { Button, Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'

export type HelloView = {
  readonly courseTitle: string
  /** A command to offer as a button; null if nothing was asked for. */
  readonly offer: string | null
  /** In a direct message, where every word is a question to the bot. */
  readonly direct: boolean
}

const run = (label: string, line: string, primary = false): Button => ({ label, control: runControl.text({ line }), primary })

export function helloScreen({ courseTitle, offer, direct }: HelloView): Screen {
  const offered = offer !== null && runControl.text({ line: offer }).length < controlLimit ? [run(offerLabel(offer), offer, true)] : []
  return {
    name: 'hello',
    title: offered.length === 0 ? 'Hi! What would you like to see?' : 'Here you go',
    tone: 'plain',
    blocks: [
      ...(offered.length === 0 ? [] : [{ kind: 'buttons', buttons: offered } as const]),
      {
        kind: 'buttons',
        buttons: [
          run("Today’s question", 'today', offered.length === 0),
          run('Leaderboard', 'board'),
          run('My progress', 'me'),
          howToLookUpButton,
          run('Help', 'help'),
        ],
      },
      {
        kind: 'footnote',
        text: direct
          ? [`Or write what you want to look up in “${courseTitle}”.`]
          : ['Only you see what a button shows you. ', command('help'), ' lists everything.'],
      },
    ],
  }
}

/** Discord allows 80 characters on a button, and a phone shows fewer. */
const longestLabel = 60

function offerLabel(line: string): string {
  const asked = /^lookup (.*)$/su.exec(line)?.[1]
  const label = asked === undefined ? `Show “${line}”` : `Look up “${asked}”`
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 2)}…”`
}
