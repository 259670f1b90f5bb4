// Edits of the course while questions are open: the same texts under other letters, other words, and with them the key.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { shuffle } from '../../../src/core/random.ts'
import { hour, minute, type Quiz } from '../calendar.ts'
import { smallCourse } from '../stage.ts'
import { contradictions, type Truth } from './contradictions.ts'
import type { Happening, Kind, Life } from './kind.ts'

type Question = { id: string; stem: string; options: Record<string, string>; key: string[]; explanation: string; whyNot: Record<string, string> }
type QuestionFile = { topic: string; questions: Question[] }

/** In hours. Long enough for a question that opens and closes in between, short enough for several edits of an open one. */
const between = [5, 9, 17] as const

export function edits(): Kind {
  let course = ''
  let original: ReadonlyMap<string, QuestionFile> = new Map()
  const truths: Truth[] = []
  const screens = new Map<string, Set<string>>()
  const changed = new Set<Quiz>()
  const write = (version: number, random: () => number): void => {
    for (const [file, { topic, questions }] of original) {
      const edited = questions.map((question) => editedQuestion(question, version, random))
      truths.push(...edited.flatMap(truthsOf))
      writeFileSync(file, stringify({ topic, questions: edited }))
    }
  }
  return {
    prepare: (folder) => {
      course = join(folder, 'course')
      cpSync(smallCourse, course, { recursive: true })
      const questions = join(course, 'questions')
      original = new Map(readdirSync(questions).map((name) => [join(questions, name), parse(readFileSync(join(questions, name), 'utf8')) as QuestionFile]))
      write(0, () => 0)
      return course
    },
    plan: ({ stage, quizzes, from, to }) => {
      const { victim, clock, random } = stage
      const happenings: Happening[] = []
      for (let version = 1, at = from + 20 * hour; at < to; version += 1, at += (between[version % between.length] ?? 5) * hour + Math.floor(random() * 90) * minute) {
        const edit = async (): Promise<void> => {
          await victim.stop()
          for (const quiz of quizzes) if (quiz.side.posts(quiz).at(-1)?.shows === 'question') changed.add(quiz)
          write(version, random)
          await victim.start(clock.now)
        }
        happenings.push({ at, run: edit }, { at: at + minute })
      }
      return happenings
    },
    look: ({ quizzes }) => {
      for (const quiz of quizzes) for (const { round, text } of quiz.side.posts(quiz)) screens.set(round, (screens.get(round) ?? new Set()).add(text))
    },
    check: ({ stage }: Life) => {
      const untold = [...changed].filter((quiz) => !quiz.side.told(quiz).some((text) => text.includes('The course changed')))
      return [...contradictions(screens, stage.notes.replies, truths), ...untold.map(({ name }) => `${name}: no manager knows that the course changed`)]
    },
  }
}

/** The mark makes each text one of its version; the letters are drawn anew, and what belongs to them moves along. */
function editedQuestion({ options, key, whyNot, ...question }: Question, version: number, random: () => number): Question {
  const mark = (text: string) => `${text.replace(/\.$/u, '')} (edition ${version}).`
  const letters = Object.keys(options)
  const places = version === 0 ? letters : shuffle(letters, random)
  const moved = new Map(letters.map((letter, index) => [letter, places[index] ?? letter]))
  const relabel = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([letter, text]) => [moved.get(letter) ?? letter, mark(text)] as const).sort(([one], [other]) => one.localeCompare(other)))
  return {
    ...question,
    stem: mark(question.stem),
    options: relabel(options),
    key: key.map((letter) => moved.get(letter) ?? letter).sort(),
    explanation: mark(question.explanation),
    whyNot: relabel(whyNot),
  }
}

const truthsOf = ({ options, key }: Question): readonly Truth[] => Object.entries(options).map(([letter, text]) => ({ text, right: key.includes(letter) }))
