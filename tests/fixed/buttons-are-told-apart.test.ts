// Two buttons on one screen were both “What is asked about Respo…”, and the terminal showed “[1] 1. Amazon EC2”.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentsScreen, documentsScreen } from '../../src/features/read/contents-screen.ts'
import { render as onDiscord } from '../../src/platforms/discord/outgoing/render.ts'
import { render as onSlack } from '../../src/platforms/slack/outgoing/render.ts'
import { render as inTerminal } from '../../src/platforms/terminal/outgoing/render.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { shortLabels } from '../../src/screens/short-labels.ts'
import { commands } from '../catalog.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openKeyboard, toAsker } from '../platforms/terminal/keyboard.ts'
import { samples } from '../samples.ts'

const { course } = courseOf('data/aws-shared-responsibility')
const pages = course.documents.flatMap((document) => [0, 1, 2, 3].map((page) => [`${document.id}, page ${page + 1}`, contentsScreen(document, page)] as const))
/** On the home page each channel has the same buttons below its name. */
const all: readonly (readonly [string, Screen])[] = [...samples, ...pages, ['documents', documentsScreen(course)] as const].filter(([name]) => name !== 'home-several')

type Drawn = { readonly label: string; readonly does: string }

/** Buttons as Slack and Discord get them. */
function buttonsIn(drawn: unknown): readonly Drawn[] {
  const found: Drawn[] = []
  JSON.stringify(drawn, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    const fields = value as { type?: unknown; text?: { text?: unknown }; action_id?: unknown; label?: unknown; custom_id?: unknown }
    if (fields.type === 'button') found.push({ label: String(fields.text?.text), does: String(fields.action_id) })
    if (fields.type === 2) found.push({ label: String(fields.label), does: String(fields.custom_id).replace(/^\d+~/u, '') })
    return value
  })
  return found
}

const alike = (buttons: readonly Drawn[]) => buttons.filter(({ label, does }) => buttons.some((other) => other.label === label && other.does !== does)).map(({ label }) => label)

describe.each([
  ['Slack', (screen: Screen) => onSlack(screen)],
  ['Discord', (screen: Screen) => onDiscord(screen, commands, new Map())],
] as const)('on %s', (_, draw) => {
  it('buttons that do different things have different labels', () => {
    expect(all.flatMap(([, screen]) => buttonsIn(draw(screen))).length).toBeGreaterThan(400)
    expect(all.flatMap(([name, screen]) => alike(buttonsIn(draw(screen))).map((label) => `${name}: ${label}`))).toEqual([])
  })
})

describe('in the terminal', () => {
  const look = { columns: 80, color: false, zone: undefined } as unknown as Parameters<typeof inTerminal>[1]

  it('no button has two numbers', () => {
    for (const [name, screen] of all) expect(inTerminal(screen, look), name).not.toMatch(/\[\d+\] \d+[.)] /u)
  })

  it('a label is typed with its own number or without', async () => {
    const listed: Screen = { name: 'x', title: 'X', tone: 'plain', blocks: [{ kind: 'buttons', buttons: ['2. Amazon S3', '1. Amazon EC2'].map((label) => ({ label, control: `v1:${label}`, primary: false })) }] }
    for (const typed of ['Amazon EC2', '1. Amazon EC2', '2']) {
      const keyboard = openKeyboard(() => [toAsker(listed)])
      await keyboard.pipe('/study read', typed)
      expect(keyboard.asked[1], typed).toMatchObject({ control: 'v1:1. Amazon EC2' })
    }
  })
})

describe('cut labels', () => {
  it('keep their ends where the beginnings are alike, and get a number where all is', () => {
    expect(shortLabels(['What is asked about Responsibilities of AWS', 'What is asked about Responsibilities of the customer', 'Short'], 30)).toEqual(['What is asked a…ilities of AWS', 'What is asked a…f the customer', 'Short'])
    expect(shortLabels(['Damage', 'Damage', 'Damage'], 30)).toEqual(['Damage', 'Damage (2)', 'Damage (3)'])
  })

  it('are never alike, and never too long', () => {
    const label = fc.oneof(fc.constantFrom('Damage', 'Damage (2)', `${'Responsibilities '.repeat(4)}of AWS`, `${'Responsibilities '.repeat(4)}of all`), fc.string({ unit: 'grapheme', maxLength: 60 }))
    fc.assert(fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
      const short = shortLabels(labels)
      expect(short).toHaveLength(labels.length)
      expect(new Set(short).size).toBe(labels.length)
      for (const each of short) expect(each.length).toBeLessThanOrEqual(40)
    }))
  })
})
