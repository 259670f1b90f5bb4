// Private sessions: one of each kind at a time, seen alike from every account of a learner, and ended by its hour.
import { describe, expect, it } from 'vitest'
import type { Act, Task } from '../../../src/core/session.ts'
import type { NewSession } from '../../../src/ledger/sessions.ts'
import { hour, minute, monday, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const account = 'discord:u:1'
const other = 'discord:u:2'

const task = (name: string): Task => ({ item: `question:${name}`, order: ['b', 'a', 'c'], key: ['a'], content: 1 })
const session = (id: string, change: Partial<NewSession> = {}): NewSession => ({
  id: id.padEnd(16, '0'), kind: 'practice', about: null, tasks: [task('one'), task('two')], zone: 'UTC', startedAt: monday, endsAt: null, ...change,
})
const answer = (position: number, chosen: string): Act => ({ kind: 'answer', position, chosen: [chosen] })

export function sessionsContract(openLedger: OpenLedger): void {
  describe('a private session', () => {
    const newWorld = newWorlds(openLedger)

    const gradesOf = async ({ ledger }: World, whose = account) =>
      (await ledger.memories.log(whose, '2026-01-01')).map(({ item, day, source, grade }) => [item, day, source, grade])

    it('is the one that is running, whoever starts another of its kind', async () => {
      const { ledger } = await newWorld()
      const { sessions } = ledger
      expect(await sessions.running(account, 'practice')).toBeUndefined()
      expect(await sessions.start(account, session('1', { about: 'iam' }))).toMatchObject({ started: true, session: { position: 0, endedAt: null } })
      expect(await sessions.start(account, session('2'))).toMatchObject({ started: false, session: { id: '1000000000000000', about: 'iam' } })
      expect(await sessions.start(account, session('3', { kind: 'drill' }))).toMatchObject({ started: true })
      expect(await sessions.start(other, session('4'))).toMatchObject({ started: true })
      expect(await sessions.running(account, 'practice')).toMatchObject({ id: '1000000000000000', tasks: [task('one'), task('two')] })
    })

    it('takes an answer once, and keeps it in the log', async () => {
      const world = await newWorld()
      const { sessions } = world.ledger
      const { session: { id } } = await sessions.start(account, session('1'))
      expect(await sessions.act(account, id, answer(0, 'a'), monday + minute)).toMatchObject({ verdict: 'done' })
      expect(await sessions.act(account, id, answer(0, 'b'), monday + minute)).toMatchObject({ verdict: 'stands' })
      expect((await sessions.find(account, id))?.steps.get(0)).toEqual({ chosen: ['a'], at: monday + minute, guess: false, flag: false })
      expect(await gradesOf(world)).toEqual([['question:one', '2026-01-05', 'practice', 'good']])
    })

    it('takes an answer once, also where another call fails beside it', async () => {
      const world = await newWorld()
      const { sessions } = world.ledger
      const { session: { id } } = await sessions.start(account, session('1'))
      expect(await sessions.find(account, id)).toMatchObject({ position: 0 })
      const unknownKind = 'no kind' as NewSession['kind']
      const [answered, failed] = await Promise.allSettled([
        sessions.act(account, id, answer(0, 'a'), monday),
        sessions.start(other, session('2', { kind: unknownKind })),
      ])
      expect([answered, failed.status]).toMatchObject([{ value: { verdict: 'done' } }, 'rejected'])
      expect(await gradesOf(world)).toEqual([['question:one', '2026-01-05', 'practice', 'good']])
    })

    it('is nobody else’s', async () => {
      const world = await newWorld()
      const { sessions } = world.ledger
      const { session: { id } } = await sessions.start(account, session('1'))
      expect(await sessions.find(other, id)).toBeUndefined()
      expect(await sessions.act(other, id, answer(0, 'a'), monday)).toBeUndefined()
      expect(await sessions.act(account, 'f'.repeat(16), answer(0, 'a'), monday)).toBeUndefined()
      expect((await sessions.find(account, id))?.steps.size).toBe(0)
    })

    it('counts an exam when it ends, and shows it among the past ones, but not one that was given up', async () => {
      const world = await newWorld()
      const { sessions } = world.ledger
      const exam = { kind: 'exam', endsAt: monday + hour } as const
      const { session: { id } } = await sessions.start(account, session('1', exam))
      await sessions.act(account, id, answer(0, 'b'), monday)
      await sessions.act(account, id, { kind: 'go', position: 1, to: 0 }, monday + 1)
      await sessions.act(account, id, answer(0, 'a'), monday + 2)
      expect(await gradesOf(world)).toEqual([])
      await sessions.act(account, id, { kind: 'end' }, monday + minute)
      expect(await gradesOf(world)).toEqual([['question:one', '2026-01-05', 'exam', 'good']])
      const second = (await sessions.start(account, session('2', exam))).session.id
      await sessions.act(account, second, answer(0, 'b'), monday)
      await sessions.act(account, second, { kind: 'abandon' }, monday)
      expect(await gradesOf(world)).toHaveLength(1)
      expect((await sessions.past(account, 'exam', 9)).map((each) => each.id)).toEqual([id])
      expect(await sessions.past(other, 'exam', 9)).toEqual([])
    })

    it('ends at its hour: with the answers pressed before, also when they arrive later', async () => {
      const world = await newWorld()
      const { sessions } = world.ledger
      const { session: { id } } = await sessions.start(account, session('1', { kind: 'exam', endsAt: monday + hour }))
      expect(await sessions.endDue(monday + hour, 9)).toEqual([])
      expect(await sessions.act(account, id, answer(0, 'a'), monday + hour - 1)).toMatchObject({ verdict: 'done' })
      expect(await sessions.endDue(monday + hour + 1, 9)).toEqual([{ account, id, kind: 'exam' }])
      expect(await sessions.endDue(monday + hour + 1, 9)).toEqual([])
      expect(await sessions.find(account, id)).toMatchObject({ endedAt: monday + hour })
      expect(await gradesOf(world)).toEqual([['question:one', '2026-01-05', 'exam', 'good']])
    })

    it('gets the time back in which the bot was down', async () => {
      const { ledger } = await newWorld()
      const { sessions } = ledger
      const exam = (id: string, endsAt: number) => sessions.start(`discord:u:${id}`, session(id, { kind: 'exam', endsAt }))
      await exam('1', monday + hour)
      await exam('2', monday + minute)
      await sessions.start('discord:u:3', session('3'))
      const { id } = session('1')
      expect(await sessions.find('discord:u:1', id)).toMatchObject({ endsAt: monday + hour })
      expect(await sessions.giveBack(monday + 2 * minute, monday + 12 * minute)).toBe(1)
      expect(await sessions.giveBack(monday + 2 * minute, monday + 12 * minute)).toBe(0)
      expect(await sessions.running('discord:u:1', 'exam')).toMatchObject({ endsAt: monday + hour + 10 * minute, givenBack: 10 * minute })
      expect(await sessions.find('discord:u:1', id)).toMatchObject({ endsAt: monday + hour + 10 * minute })
      expect(await sessions.running('discord:u:2', 'exam')).toMatchObject({ endsAt: monday + minute, givenBack: 0 })
    })
  })
}
