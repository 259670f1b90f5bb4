// Straight quotation marks are drawn curly, on every platform.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogOf } from '../../src/features/catalog.ts'
import { features } from '../../src/features/features.ts'
import { render as discordMessage } from '../../src/platforms/discord/outgoing/render.ts'
import { render as slackMessage, renderView as slackView } from '../../src/platforms/slack/outgoing/render.ts'
import { render as terminalText } from '../../src/platforms/terminal/outgoing/render.ts'
import { curlyQuotes, withCurlyQuotes } from '../../src/screens/curly-quotes.ts'
import { drawSvg } from '../../src/screens/pictures/draw.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { code, command, strong } from '../../src/screens/text.ts'
import { anyScreen, anyText } from '../platforms/any-screen.ts'

const { commands } = catalogOf(features)

it.each([
  ["it's AWS's", 'it’s AWS’s'],
  ['"x"', '“x”'],
  ['He said "yes", then "no".', 'He said “yes”, then “no”.'],
  ['("in brackets")', '(“in brackets”)'],
  [`"the word 'shared' here"`, '“the word ‘shared’ here”'],
  [`'the word "shared" here'`, '‘the word “shared” here’'],
  [`"'Tis nested,' she said"`, '“’Tis nested,’ she said”'],
  ['"line\n"line"', '“line\n“line”'],
  ['a "first"\n"second" line', 'a “first”\n“second” line'],
  ["the customers' data", 'the customers’ data'],
  ["the 90's, the '90s and the 1990s' best", 'the 90’s, the ’90s and the 1990s’ best'],
  ['a 5" disk, 6\' and 5\'10" tall', 'a 5" disk, 6\' and 5\'10" tall'],
  ['"version 5"', '“version 5”'],
  ["rock 'n' roll", 'rock ’n’ roll'],
  ['key="value" and a-"b"', 'key=“value” and a-“b”'],
  ['" alone \' "', '" alone \' "'],
  ['an empty ""', 'an empty “”'],
  ['“yours” and ‘mine’', '“yours” and ‘mine’'],
  ["Is it 'on' EC2's host?", 'Is it ‘on’ EC2’s host?'],
])('%s', (straight, curly) => {
  expect(curlyQuotes(straight)).toBe(curly)
})

const straightened = (text: string) => text.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'")
const manyQuotes = fc.oneof(anyText, fc.string({ unit: fc.constantFrom('"', "'", '“', '”', '‘', '’', 'a', 's', '9', ' ', '\n', '.', '(', '-', '·'), maxLength: 40 }))

it('a second time changes nothing, and only quotation marks change', () => {
  fc.assert(
    fc.property(manyQuotes, (text) => {
      const once = curlyQuotes(text)
      expect(curlyQuotes(once)).toBe(once)
      expect(straightened(once)).toBe(straightened(text))
    }),
    { numRuns: 2000 },
  )
})

it('the same holds for whole screens', () => {
  const strings = (value: unknown): readonly string[] => (typeof value === 'string' ? [straightened(value)] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [String(value)])
  fc.assert(
    fc.property(anyScreen(manyQuotes, 4), (screen) => {
      const once = withCurlyQuotes(screen)
      expect(withCurlyQuotes(once)).toEqual(once)
      expect(strings(once)).toEqual(strings(screen))
    }),
    { numRuns: 200 },
  )
})

it('a quotation goes through several parts; code, commands, addresses, names and controls stay as they are', () => {
  const person = { kind: 'person', id: 'terminal:local:u:Ada', name: "O'Neil" } as const
  const url = { kind: 'link', text: "https://a.example/it's", url: "https://a.example/it's" } as const
  const screen: Screen = {
    name: 'notice', tone: 'plain', title: "What's new",
    blocks: [
      { kind: 'paragraph', text: ['"', strong('Of'), '" and "', code("it's"), `" isn't `, command(`lookup "x"`), ' ', person, "'s ", url] },
      { kind: 'buttons', buttons: [{ label: "What's next", control: `v1:run:"it's"`, primary: false }] },
      { kind: 'table', columns: ["Whose 'job'"], rows: [["AWS's"]] },
    ],
  }
  expect(withCurlyQuotes(screen)).toEqual({
    ...screen, title: 'What’s new',
    blocks: [
      { kind: 'paragraph', text: ['“', strong('Of'), '” and “', code("it's"), '” isn’t ', command(`lookup "x"`), ' ', person, '’s ', url] },
      { kind: 'buttons', buttons: [{ label: 'What’s next', control: `v1:run:"it's"`, primary: false }] },
      { kind: 'table', columns: ['Whose ‘job’'], rows: [['AWS’s']] },
    ],
  })
})

describe('every platform draws them', () => {
  const screen: Screen = { name: 'notice', tone: 'plain', title: "It's new", blocks: [{ kind: 'paragraph', text: ["The customers' \"data\" and ", code("it's")] }, { kind: 'footnote', text: ["That's all"] }] }
  const drawn = ['It’s new', 'The customers’ “data” and ', "it's", 'That’s all']
  it.each([
    ['Slack', JSON.stringify(slackMessage(screen))],
    ['Slack’s page', JSON.stringify(slackView(screen))],
    ['Discord', JSON.stringify(discordMessage(screen, commands))],
    ['the terminal', terminalText(screen, { color: false, columns: 80 })],
  ])('%s', (_, text) => {
    for (const part of drawn) expect(text).toContain(part)
  })

  it('a picture, but for the names of people', () => {
    expect(drawSvg({ kind: 'layers', title: "AWS's layers", stacks: [] })).toContain('AWS’s layers')
    const row = { rank: 1, name: "O'Neil", points: 3, you: false }
    expect(drawSvg({ kind: 'board', title: "This week's best", rows: [row] })).toMatch(/This week’s best.*O'Neil/su)
  })
})
