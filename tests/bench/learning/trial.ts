// One group that studies for 120 working days and then takes an exam, under one rule for its daily question.
import type { AskedRound } from '../../../src/core/group-memory.ts'
import { pickQuestion } from '../../../src/core/next-question.ts'
import { seeded } from '../../../src/core/random.ts'
import { addDays } from '../../../src/core/time.ts'
import { ask, gather, score, type Group, type Model } from './learners.ts'
import { oracleFor } from './oracle.ts'
import type { Lessons } from './syllabus.ts'
import { pickAsBefore } from './todays-rule.ts'

export type RuleName = 'random' | 'before' | 'rule' | 'oracle'

const studyDays = 120
const restDays = 60
/** A Monday. */
const start = '2026-01-05'

type Scene = { readonly lessons: Lessons; readonly group: Group; readonly rounds: readonly AskedRound[]; readonly day: number; readonly seed: string }
/** @returns the number of a question */
type Rule = (scene: Scene, free: (question: number) => boolean) => number

const random: Rule = ({ lessons, seed }, free) => {
  const draw = seeded(`${seed} random`)
  const allowed = lessons.syllabus.ids.map((_, question) => question).filter(free)
  return allowed[Math.floor(draw() * allowed.length)] ?? 0
}

const before: Rule = ({ lessons: { bank, syllabus }, rounds, seed }) =>
  syllabus.ids.indexOf(pickAsBefore(bank.questions, bank.weights, rounds, seed) ?? '')

const rule: Rule = ({ lessons: { bank, syllabus }, rounds, day, seed }) =>
  syllabus.ids.indexOf(pickQuestion(bank, [], rounds, { day: addDays(start, day), seed, channel: seed.split(' ')[0] ?? '' })?.question ?? '')

function ruleFor(name: RuleName, group: Group, exam: number): Rule {
  switch (name) {
    case 'random': return random
    case 'before': return before
    case 'rule': return rule
    case 'oracle': {
      const oracle = oracleFor(group, exam)
      return ({ day }, free) => oracle.pick(day, free)
    }
  }
}

/** @returns the group's expected score at the end, and what it was asked */
export function study(lessons: Lessons, model: Model, name: RuleName, seed: string, days = studyDays): { readonly score: number; readonly rounds: readonly AskedRound[] } {
  const group = gather(lessons.syllabus, model, seed)
  const exam = calendarDay(days)
  const choose = ruleFor(name, group, exam)
  const answers = seeded(`${seed} answers`)
  const lastDay = new Map<number, number>()
  const rounds: AskedRound[] = []
  for (let turn = 0; turn < days; turn++) {
    const day = calendarDay(turn)
    const question = choose({ lessons, group, rounds, day, seed: `${seed} ${turn}` }, (other) => day - (lastDay.get(other) ?? -Infinity) >= restDays)
    const { answered, right } = ask(group, question, day, answers)
    rounds.push({ question: lessons.syllabus.ids[question] ?? '', at: day * 86_400_000, day: addDays(start, day), answered, right })
    lastDay.set(question, day)
  }
  return { score: score(group, exam), rounds }
}

/** Monday to Friday. */
const calendarDay = (turn: number) => Math.floor(turn / 5) * 7 + (turn % 5)
