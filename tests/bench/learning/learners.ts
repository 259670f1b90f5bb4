// Simulated people of a channel: what they know when they start, how they learn from a question, and how they forget. They forget by
// FSRS's curve (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm), each with parameters of their own.
import { default_w, FSRSAlgorithm, generatorParameters, Rating } from 'ts-fsrs'
import { seeded } from '../../../src/core/random.ts'

/** What a simulation is about. */
export type Model = {
  readonly name: string
  readonly people: number
  /** How long memories last, as a factor of FSRS's defaults. */
  readonly stability: number
  /** The exponent of the forgetting curve, as a factor of FSRS's default. */
  readonly decay: number
  /** How much people know at the start, in logits: 0 is half of everything. */
  readonly start: number
}

/** The course as the simulation sees it: points are numbers. */
export type Syllabus = {
  readonly ids: readonly string[]
  /** The points that each question is about. */
  readonly points: readonly (readonly number[])[]
  readonly topicOfPoint: readonly number[]
  /** How likely somebody who knows nothing answers right. */
  readonly guess: readonly number[]
  /** Each question's share of the exam; they add up to 1. */
  readonly share: readonly number[]
  readonly topics: number
}

export type Person = {
  readonly fsrs: FSRSAlgorithm
  readonly decay: number
  /** How likely they answer on a day. */
  readonly diligence: number
  /** By point; 0 if they never knew it. */
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  /** The day on which they last saw the point. */
  readonly seen: Float64Array
}

export type Group = { readonly syllabus: Syllabus; readonly people: readonly Person[] }

export function gather(syllabus: Syllabus, model: Model, seed: string): Group {
  const random = seeded(`${seed} people`)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const count = syllabus.topicOfPoint.length
  const topicEase = Array.from({ length: syllabus.topics }, normal)
  const pointEase = Array.from({ length: count }, normal)
  const people = Array.from({ length: model.people }, (): Person => {
    const { fsrs, decay } = memory(model, normal)
    const able = model.start + 0.7 * normal()
    const person = { fsrs, decay, diligence: 0.5 + 0.5 * random(), stability: new Float64Array(count), difficulty: new Float64Array(count), seen: new Float64Array(count) }
    for (let point = 0; point < count; point++) {
      const knows = 1 / (1 + Math.exp(-(able + (topicEase[syllabus.topicOfPoint[point] as number] as number) + (pointEase[point] as number))))
      if (random() >= knows) continue
      person.stability[point] = model.stability * 40 * Math.exp(normal())
      person.difficulty[point] = 5
      person.seen[point] = -Math.floor(60 * random())
    }
    return person
  })
  return { syllabus, people }
}

/** FSRS with weights that are somebody's own. */
function memory(model: Model, normal: () => number): Pick<Person, 'fsrs' | 'decay'> {
  const lasting = model.stability * Math.exp(0.4 * normal())
  const w = default_w.map((weight, index) => {
    if (index < 4) return weight * lasting
    if (index === 20) return Math.min(0.8, Math.max(0.1, weight * model.decay * Math.exp(0.15 * normal())))
    return weight * Math.exp(0.1 * normal())
  })
  const fsrs = new FSRSAlgorithm(generatorParameters({ w, enable_fuzz: false }))
  return { fsrs, decay: fsrs.parameters.w[20] as number }
}

/** How likely somebody remembers after so many days. */
function retained(decay: number, days: number, stability: number): number {
  return (1 + ((0.9 ** (-1 / decay) - 1) * days) / stability) ** -decay
}

export function remembers(person: Person, point: number, day: number): number {
  const stability = person.stability[point] as number
  return stability === 0 ? 0 : retained(person.decay, day - (person.seen[point] as number), stability)
}

/** The question is put to all who are there: they answer, read the explanation, and remember it from then on. */
export function ask({ syllabus, people }: Group, question: number, day: number, random: () => number): { readonly answered: number; readonly right: number } {
  let [answered, right] = [0, 0]
  for (const person of people) {
    if (random() >= person.diligence) continue
    const points = syllabus.points[question] as readonly number[]
    const known = points.filter((point) => {
      const recalled = random() < remembers(person, point, day)
      study(person, point, day, recalled)
      return recalled
    })
    answered += 1
    const share = known.length / points.length
    if (random() < share + (1 - share) * (syllabus.guess[question] as number)) right += 1
  }
  return { answered, right }
}

function study(person: Person, point: number, day: number, recalled: boolean): void {
  const next = studied(person, point, day, recalled)
  person.stability[point] = next.stability
  person.difficulty[point] = next.difficulty
  person.seen[point] = day
}

function studied(person: Person, point: number, day: number, recalled: boolean): { readonly stability: number; readonly difficulty: number } {
  const [stability, difficulty] = [person.stability[point] as number, person.difficulty[point] as number]
  const before = stability === 0 ? null : { stability, difficulty }
  return person.fsrs.next_state(before, before === null ? 0 : day - (person.seen[point] as number), recalled ? Rating.Good : Rating.Again)
}

/** By how much the group is expected to remember the point better on the day of the exam if it is asked about it today. */
export function gain({ people }: Group, point: number, day: number, exam: number): number {
  let sum = 0
  for (const person of people) {
    const now = remembers(person, point, day)
    const after = (recalled: boolean) => retained(person.decay, exam - day, studied(person, point, day, recalled).stability)
    const asked = (now === 0 ? 0 : now * after(true)) + (now === 1 ? 0 : (1 - now) * after(false))
    sum += person.diligence * (asked - remembers(person, point, exam))
  }
  return sum / people.length
}

/** The expected score of the group, 0 to 1, on an exam that asks by the weights of the topics. */
export function score({ syllabus, people }: Group, day: number): number {
  let sum = 0
  for (const person of people) {
    for (const [question, points] of syllabus.points.entries()) {
      const known = points.reduce((total, point) => total + remembers(person, point, day), 0) / points.length
      const guess = syllabus.guess[question] as number
      sum += (syllabus.share[question] as number) * (known + (1 - known) * guess)
    }
  }
  return sum / people.length
}
