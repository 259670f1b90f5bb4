// People who answer in many channels at once.
import type { Ledger } from '../../../src/ledger/ledger.ts'
import { bank, day, sampleQuiz, start } from '../sample.ts'

const channels = 64

/** Seconds that each takes; who goes first changes from day to day. */
export async function inTurn(turn: number, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<readonly [number, number]> {
  const seconds = async (work: () => Promise<unknown>) => {
    const before = performance.now()
    await work()
    return (performance.now() - before) / 1000
  }
  if (turn % 2 === 0) {
    const first = await seconds(one)
    return [first, await seconds(other)]
  }
  const first = await seconds(other)
  return [await seconds(one), first]
}

export async function openRounds(ledger: Ledger, date: number): Promise<readonly string[]> {
  const now = start + date * day
  if (date === 0) {
    for (let place = 0; place < channels; place++) {
      const quiz = sampleQuiz(`slack:group-${place % 10}`, `slack:place-${place}`)
      await ledger.quizzes.change(quiz.place, 'set-up', now, () => ({ quiz }))
    }
  }
  await ledger.closing.closeDue(now, channels)
  const claims = await ledger.delivery.claimDue(now, bank, channels)
  await Promise.all(claims.map(({ round }) => ledger.delivery.confirmPosted(round.id, `message of ${round.id}`, now)))
  // They are claimed in an order of no meaning; here each stands at the number of its channel.
  const byPlace = new Map(claims.map(({ round }) => [round.place, round.id]))
  return Array.from({ length: channels }, (_, place) => byPlace.get(`slack:place-${place}`) ?? '')
}

export type Press = { readonly round: string; readonly group: string; readonly person: string; readonly option: string; readonly at: number }

/** Everybody in every channel, in an order of no meaning. */
export function shuffled(rounds: readonly string[], peoplePerChannel: number, date: number): readonly Press[] {
  const total = channels * peoplePerChannel
  return Array.from({ length: total }, (_, index): Press => {
    // 7919 is a prime that does not divide the total, so each index comes once.
    const drawn = (index * 7919 + date * 31) % total
    const place = drawn % channels
    const group = `slack:group-${place % 10}`
    const person = `${group}/person-${drawn}`
    return { round: rounds[place] ?? '', group, person, option: drawn % 3 === 0 ? 'a' : 'b', at: start + date * day + index }
  })
}

/** @returns how long each took, in milliseconds */
export async function answerAll(ledger: Ledger, presses: readonly Press[], inFlight: number): Promise<readonly number[]> {
  const waits: number[] = []
  let next = 0
  async function hand(): Promise<void> {
    for (let press = presses[next++]; press !== undefined; press = presses[next++]) {
      const person = { id: press.person, group: press.group, name: press.person }
      const before = performance.now()
      const outcome = await ledger.answers.take(press.round, person, [press.option], press.at)
      if (outcome?.verdict.kind !== 'counted') throw new Error('An answer of the benchmark did not count.')
      waits.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, hand))
  return waits
}
