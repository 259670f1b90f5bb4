// A list whose items have numbers showed a bullet and a number for each: “• 1. Shared controls”.
import { expect, it } from 'vitest'
import { markdownBlocks } from '../../src/features/read/markdown-blocks.ts'
import { render as onDiscord } from '../../src/platforms/discord/outgoing/render.ts'
import { render as onSlack } from '../../src/platforms/slack/outgoing/render.ts'
import { plainScreen } from '../../src/platforms/slack/outgoing/plain-screen.ts'
import { render as inTerminal } from '../../src/platforms/terminal/outgoing/render.ts'
import type { Block, Screen } from '../../src/screens/screen.ts'
import { strong } from '../../src/screens/text.ts'
import { commands } from '../catalog.ts'

const screen = (...blocks: readonly Block[]): Screen => ({ name: 'notice', title: 'Title', tone: 'plain', blocks })
const drawn = (shown: Screen): readonly string[] => [
  inTerminal(shown, { columns: 48, color: false }),
  JSON.stringify(onDiscord(shown, commands, new Map()).components),
  JSON.stringify(onSlack(shown)),
  plainScreen(shown),
]

const numbered: readonly (readonly [string, Block])[] = [
  ['text', { kind: 'list', items: [['1. ', strong('Shared'), ' controls'], ['2. Others']] }],
  ['styled', { kind: 'list', items: [[strong('1.'), ' Shared'], [strong('2.'), ' Others']] }],
  ['Markdown', markdownBlocks('1. Shared\n   - with a part\n2. Others')[0] ?? { kind: 'heading', text: '' }],
]

it.each(numbered)('numbers alone, from %s', (_, block) => {
  for (const shown of drawn(screen(block))) {
    expect(shown).not.toMatch(/•\s*\**1|- \**1|"style":"bullet"/u)
    expect(shown).toMatch(/1\\{0,2}\./u)
    expect(shown).toContain('Others')
  }
})

it('bullets alone, where there are no numbers', () => {
  const [terminal = '', discord = '', slack = '', words = ''] = drawn(screen({ kind: 'list', items: [['Shared'], ['Others']] }))
  expect(terminal).toContain('• Shared')
  expect(discord).toContain('- Shared')
  expect(slack).toContain('"style":"bullet"')
  expect(words).toContain('• Shared')
})
