// What holds of every ledger, whatever it is made of. Each file is a suite about one part of the port.
import { afterEach, describe } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { answersContract } from './contract/answers.ts'
import { boardsContract } from './contract/boards.ts'
import { deliveryContract } from './contract/delivery.ts'
import { modelContract } from './contract/answers-model.ts'
import { peopleContract } from './contract/people.ts'
import { quizzesContract } from './contract/quizzes.ts'
import { streaksContract } from './contract/answers-streaks.ts'
import { worldOf, type OpenLedger, type World } from './world.ts'

export type Suite = (newWorld: () => Promise<World>) => void

export function ledgerContract(open: OpenLedger): void {
  const opened: Ledger[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((ledger) => ledger.close()))
  })
  async function newWorld(): Promise<World> {
    const ledger = await open()
    opened.push(ledger)
    return worldOf(ledger)
  }
  describe('a quiz', () => {
    quizzesContract(newWorld)
  })
  describe('the delivery', () => {
    deliveryContract(newWorld)
  })
  describe('an answer', () => {
    answersContract(newWorld)
  })
  describe('a streak', () => {
    streaksContract(newWorld)
  })
  describe('a board', () => {
    boardsContract(newWorld)
  })
  describe('a person', () => {
    peopleContract(newWorld)
  })
  describe('boards after many days', () => {
    modelContract(newWorld)
  })
}
