// The contract of all renderers, on a terminal of 88 columns.
import { equal, ok } from 'node:assert/strict'
import { render } from '../../../src/platforms/terminal/outgoing/render.ts'
import { plainMoment } from '../../../src/screens/text.ts'
import { describeRenderer } from '../render-contract.ts'

const columns = 88
const uncounted = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Cf}/gu
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
const letters = (line: string) => [...signs.segment(line)].length

describeRenderer<string>({
  platform: 'terminal',
  render: (screen) => render(screen, { columns, color: false }),
  // A word that is wider than the window goes on in the next line.
  visibleText: (text) => text.split('\n').reduce((seen, line) => (letters(seen.slice(seen.lastIndexOf('\n') + 1)) >= columns ? seen + line.trimStart() : `${seen}\n${line}`)),
  lines: (text) => text,
  moment: ({ at, zone, show }) => plainMoment(at, zone, show),
  assertWithinLimits: (text) => {
    // Signs of unclear width, or of none, are not counted here: render.test.ts measures those.
    // An address that is wider than the window stays whole.
    for (const line of text.split('\n')) ok(letters(line.replace(/\W?https?:\/\/\S+/gu, '').replace(uncounted, '')) <= columns, line)
    equal(text.at(-1), '\n')
  },
})
