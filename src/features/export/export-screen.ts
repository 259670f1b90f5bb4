// What somebody sees who asks for their data.
import type { Dossier } from '../../ledger/exporting.ts'
import { runControl } from '../../screens/control.ts'
import { notice } from '../../screens/notice.ts'
import type { FileBlock, Screen } from '../../screens/screen.ts'

/** How much there is. `alone`: answers in private sessions. */
export type Amounts = { readonly answers: number; readonly alone: number; readonly sessions: number }

export function amountsOf({ groups, studied, sessions }: Dossier): Amounts {
  const answers = groups.reduce((sum, group) => sum + group.answers.length, 0)
  return { answers, alone: studied.filter(({ source }) => source !== 'daily').length, sessions: sessions.length }
}

export function exportScreen(amounts: Amounts, files: readonly FileBlock[]): Screen {
  return {
    name: 'export',
    title: 'Your data',
    tone: 'plain',
    blocks: [
      { kind: 'paragraph', text: [`Everything the bot keeps about you: ${inWords(amounts)}.`] },
      ...files,
      { kind: 'footnote', text: ['Only you get these files, and they’re only about you. They say what you chose, so take care who you pass them on to.'] },
      { kind: 'buttons', buttons: [{ label: 'Delete my data', control: runControl.text({ line: 'forget' }), primary: false }] },
    ],
  }
}

function inWords({ answers, alone, sessions }: Amounts): string {
  const parts = [...count(answers, 'answer to a daily question', 'answers to daily questions'), ...count(alone, 'answer on your own', 'answers on your own'), ...count(sessions, 'session', 'sessions')]
  return new Intl.ListFormat('en-US').format([...parts, 'your settings'])
}

const count = (number: number, one: string, several: string): readonly string[] => (number === 0 ? [] : [number === 1 ? `1 ${one}` : `${number} ${several}`])

export const nothingToExport = (): Screen => notice('There’s nothing to export', [['The bot doesn’t know anything about you.']])

export const tooLarge = (): Screen => notice('Your data is too large to send', [['The people who run this bot can get it for you from its database. Ask them.']])
