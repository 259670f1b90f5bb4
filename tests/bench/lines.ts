// How many lines the screens of a round take on a phone, over the whole bank: `node tests/bench/lines.ts`. A phone shows about 30 lines of 46 letters.
import { resolve } from 'node:path'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { contentOf } from '../../src/course/question-content.ts'
import { resultScreen } from '../../src/features/daily/result-screen.ts'
import { render } from '../../src/platforms/terminal/outgoing/render.ts'
import { questionScreen, unanswered } from '../../src/screens/question.ts'
import { revealScreen } from '../../src/screens/reveal.ts'
import { sampleRound } from '../../src/screens/sample-round.ts'
import type { Screen } from '../../src/screens/screen.ts'

/** The terminal leaves two columns empty. */
const phone = { color: false, columns: 48 } as const

const lines = (screen: Screen): number => render(screen, phone).trimEnd().split('\n').length

export function medianLines(): Readonly<Record<'question' | 'result' | 'closed post', number>> {
  const course = loadCourseOrThrow(resolve(import.meta.dirname, '../../data/aws-shared-responsibility'))
  const all = course.questions.map(({ id, key, options }) => {
    const round = { ...sampleRound, question: id, key, order: options.map((option) => option.id) }
    const content = contentOf(course, round)
    const wrong = round.order.filter((option) => !key.includes(option)).slice(0, key.length)
    const votes = new Map([...key, ...wrong].map((option) => [option, 4]))
    const right = ['Ada', 'Grace', 'Linus', 'Edsger'].map((name) => ({ id: `terminal:local:u:${name}`, name }))
    return {
      question: lines(questionScreen(round, content, unanswered)),
      result: lines(resultScreen(round, content, { chosen: wrong, right: false, streak: 3 })),
      'closed post': lines(revealScreen({ ...round, state: 'closed' }, content, { answered: 8, votes, right })),
    }
  })
  const median = (name: keyof (typeof all)[number]) => all.map((each) => each[name]).toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
  return { question: median('question'), result: median('result'), 'closed post': median('closed post') }
}

if (import.meta.main) console.log(medianLines())
