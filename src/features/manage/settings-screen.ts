// The settings of a channel's quiz: as they are, and after they were saved.
import type { Block, Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import type { Announced } from '../services.ts'
import { moreButton, resultButton } from './settings-form.ts'
import { nextLine } from './next-line.ts'
import { settingsFacts, type SettingsView } from './status-screen.ts'

export function settingsScreen(title: string, view: SettingsView, before: readonly Text[] = []): Screen {
  const facts: Block = { kind: 'facts', facts: [{ label: 'Next question', value: nextLine(view) }, ...settingsFacts(view)] }
  return { name: 'settings', title, tone: 'plain', blocks: [...before.map((text) => ({ kind: 'paragraph', text }) as const), facts] }
}

/** @param introduction what became of it; undefined if none was due */
/** @param note what the change has made of today's question */
export function savedScreen(view: SettingsView, first: boolean, introduction: Announced | undefined, note: Text = []): Screen {
  const screen = introducedScreen(view, first, introduction, note)
  return { ...screen, blocks: [...screen.blocks, { kind: 'buttons', buttons: view.quiz.follows === undefined ? [moreButton, resultButton] : [resultButton] }] }
}

function introducedScreen(view: SettingsView, first: boolean, introduction: Announced | undefined, note: Text): Screen {
  const title = first ? 'The daily question is set up' : 'Settings saved'
  switch (introduction?.kind) {
    case undefined:
      return settingsScreen(title, view, note.length === 0 ? [] : [note])
    case 'posted':
      return settingsScreen(title, view, [['I posted an introduction in the channel.']])
    case 'unsure':
      return settingsScreen(title, view, [['The introduction may not have made it to the channel. ', introduction.reason]])
    case 'refused': {
      const next: Text = ['Your settings are saved. When that’s fixed, run ', command('setup'), ' again, and I’ll introduce the daily question there.']
      return { ...settingsScreen('Saved, but I can’t post in the channel yet', view, [[introduction.reason], next]), tone: 'warning' }
    }
  }
}
