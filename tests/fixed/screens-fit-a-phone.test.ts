// The median result took 35 lines of a phone, a closed post 52, the menu 59: what one wanted to know or to press had scrolled away.
import { describe, expect, it } from 'vitest'
import { withKeys } from '../../src/platforms/terminal/outgoing/adapt-screens.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { medianLines } from '../bench/lines.ts'
import { courseOf } from '../fakes/course-of.ts'
import { courseScreens } from '../phone/course-screens.ts'
import { phone, phoneLines, terminalLines } from '../phone/phone-lines.ts'
import { samples } from '../samples.ts'

/** Longer all the same, with the most lines that each may take. */
const exceptions: Readonly<Record<string, { readonly most: number; readonly why: string }>> = {
  reveal: { most: 37, why: 'the post of a whole channel: the question, every vote and the reason; what is more is behind its button' },
  'reveal-private': { most: 33, why: 'the same without votes' },
  question: { most: 32, why: 'the longest question of the course, whose five options are too long for Slack’s own labels' },
  practice: { most: 32, why: 'the same question' },
  review: { most: 32, why: 'the same question' },
  exam: { most: 31, why: 'the same question' },
  'question-recap': { most: 31, why: 'the question of the day with the result of the one before on top, which is a setting' },
  'status-missing': { most: 33, why: 'what is missing, and which permission somebody has to give, above all settings' },
  'status-no-thread': { most: 33, why: 'the same' },
  'status-lacks-course': { most: 33, why: 'the same, with the courses to choose from' },
  'asked-question': { most: 32, why: 'a question with five options and all votes; it is the page behind the answer' },
  more: { most: 31, why: 'the page behind an answer, with a note of the course on where its documents differ' },
  lookup: { most: 37, why: 'three duties side by side, for a question that names all three' },
  term: { most: 31, why: 'a definition of the course with its note' },
  insight: { most: 33, why: 'the whole picture for managers on one screen, with the other views below' },
  'correct-several': { most: 33, why: 'five questions to choose from, below a long reason' },
  'insight-questions': { most: 41, why: 'two long questions with all that is known of them' },
  'help-setup': { most: 36, why: 'every setting of the daily question; the form asks for them in parts' },
  home: { most: 34, why: 'a page of its own, with a part for each channel' },
  'home-several': { most: 32, why: 'a page of its own, with a part for each channel' },
}

/** @param name of a sample, or the kind of a screen of the course before its first space */
function tooLong(screens: readonly (readonly [name: string, screen: Screen])[]): readonly string[] {
  return screens.flatMap(([name, screen]) => {
    const kind = name.split(/[ ,]/u)[0] ?? name
    const most = exceptions[kind]?.most ?? phone.lines
    return Object.entries(phoneLines(screen)).flatMap(([platform, lines]) => (lines > most ? [`${name} on ${platform}: ${lines}`] : []))
  })
}

it('every sample fits, on every platform', () => {
  expect(samples.size).toBeGreaterThan(200)
  expect(tooLong([...samples])).toEqual([])
})

it('the help of the terminal fits, with its keys', () => {
  const help = samples.get('help')
  expect(help === undefined ? Infinity : terminalLines(withKeys(help))).toBeLessThanOrEqual(phone.lines)
})

describe('of everything in the course', () => {
  const { course, lookup } = courseOf('data/aws-shared-responsibility')
  const kinds = Map.groupBy(courseScreens(course, lookup), ([name]) => name.split(/[ ,]/u)[0] ?? name)
  /** The longest of each kind, by their letters: drawing all ten thousand takes a while. `node tests/phone/run.ts` does. */
  const longest = [...kinds].map(([kind, screens]) => [kind, screens.map(([name, screen]) => ({ name, screen, size: JSON.stringify(screen.blocks).length })).toSorted((a, b) => b.size - a.size).slice(0, 2)] as const)

  it.each(longest)('the longest of the kind %s', (_, screens) => {
    expect(tooLong(screens.map(({ name, screen }) => [name, screen]))).toEqual([])
  })
})

it('the measure sees blank lines, buttons and broken lines', () => {
  const screen = (blocks: Screen['blocks']): Screen => ({ name: 'notice', title: 'A title', tone: 'plain', blocks })
  const letters = 'four '.repeat(30)
  const short = phoneLines(screen([{ kind: 'paragraph', text: ['one line'] }]))
  const long = phoneLines(screen([{ kind: 'paragraph', text: [letters] }, { kind: 'buttons', buttons: Array.from({ length: 5 }, (_, at) => ({ label: `A long label ${at}`, control: `v1:page:${at}`, primary: false })) }]))
  for (const platform of ['slack', 'discord', 'terminal'] as const) expect(long[platform] - short[platform], platform).toBeGreaterThanOrEqual(6)
})

it('over the whole bank, half of all screens fit into these lines of 46 letters, blank ones included', () => {
  const { question, result, 'closed post': closed } = medianLines()
  expect(question).toBeLessThanOrEqual(26)
  expect(result).toBeLessThanOrEqual(20)
  expect(closed).toBeLessThanOrEqual(32)
})
