// Whatever order people press, join and leave in, each human being counts once for a question, and all sums add up.
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GroupId, PlaceId } from '../../src/core/quiz.ts'
import type { Round } from '../../src/core/round.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { PersonSeen } from '../../src/ledger/people.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { bankOf, confirm, day, minute, monday, wordsOf, worldOf } from './world.ts'

const newFolder = temporaryFolder()

const places: readonly (readonly [GroupId, PlaceId])[] = [['slack:T1', 'slack:T1/C1'], ['slack:T1', 'slack:T1/C2'], ['discord:9', 'discord:9/7'], ['discord:8', 'discord:8/6']]
/** Each is one human being, by one account in all groups. */
const people = ['Ada', 'Ben', 'Cleo']
const asIn = (name: string, group: GroupId): PersonSeen => ({ id: `${group}/${name}`, account: name, group, name })
const boss = { id: 'boss', admin: true, maySetUp: true }

const place = fc.nat({ max: places.length - 1 })
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), person: fc.constantFrom(...people), place, option: fc.constantFrom('a', 'b') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), from: place, place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('hide' as const, 'show' as const), person: fc.constantFrom(...people), place }) },
)
const history = fc.record({ feedback: fc.constantFrom('instant' as const, 'at-close' as const), days: fc.array(fc.array(action, { maxLength: 8 }), { minLength: 1, maxLength: 4 }) })

type Open = Round & { readonly sharedBy: string }

/** What is due, by channel; `sharedBy` is the same for rounds that are one. */
async function postAll(ledger: Ledger, at: number): Promise<ReadonlyMap<PlaceId, Open>> {
  const claims = (await ledger.delivery.claimDue(at, bankOf(9), 100)).filter(({ round }) => round.state === 'claimed')
  for (const { round } of claims) await ledger.delivery.markSending(round.id, at, null)
  await confirm(ledger, claims.map(({ round }) => round.id), at)
  const open = await Promise.all(claims.map(async ({ round }) => ({ ...round, sharedBy: (await ledger.sharing.of(round.place))?.lead ?? round.place })))
  return new Map(open.map((round) => [round.place, round]))
}

it('each human being counts once', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ feedback, days }) => {
      const ledger = await openLedger(':memory:')
      const world = worldOf(ledger)
      for (const [group, each] of places) await world.setUp({ group, place: each, feedback, managers: ['boss'] })
      const answered = new Map<string, Set<string>>()
      const rounds: Open[] = []
      const firsts: (readonly [boolean | undefined, boolean])[] = []
      for (const [index, actions] of days.entries()) {
        const at = monday + index * day
        const open = await postAll(ledger, at)
        rounds.push(...open.values())
        for (const [nth, each] of actions.entries()) {
          const now = at + (nth + 1) * minute
          const [group, where] = places[each.place] ?? ['', '']
          const round = open.get(where)
          if (each.kind === 'press' && round !== undefined) {
            const outcome = await world.answer(round, asIn(each.person, group), each.option, now)
            const before = answered.get(`${round.occasion} ${round.sharedBy}`) ?? new Set()
            firsts.push([outcome?.first, !before.has(each.person)])
            answered.set(`${round.occasion} ${round.sharedBy}`, before.add(each.person))
          } else if (each.kind === 'join') {
            const [, from] = places[each.from] ?? ['', '']
            const code = await ledger.sharing.offer(from, 'boss', now)
            await ledger.sharing.join({ code }, { group, place: where, asker: { ...boss, id: `boss ${now}` } }, now)
          } else if (each.kind === 'leave') await ledger.sharing.leave(where, { asker: boss, place: where })
          else if (each.kind !== 'press') await ledger.people.setHidden(asIn(each.person, group), each.kind === 'hide')
        }
        await ledger.closing.closeDue(at + day - minute, 100)
      }
      expect(firsts.filter(([is, ought]) => is !== ought)).toEqual([])
      for (const round of rounds) {
        const view = await ledger.rounds.view(round.id, round.group, null)
        expect([round.occasion, round.place, view?.answered]).toEqual([round.occasion, round.place, answered.get(`${round.occasion} ${round.sharedBy}`)?.size ?? 0])
      }
      const file = join(newFolder(), 'copy')
      await ledger.upkeep.backup(file)
      await ledger.close()
      expect(verifyLedger(file).problems).toEqual([])
    }),
    { numRuns: 25 },
  )
})

const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('press' as const), person: fc.nat({ max: 2 }), place, option: fc.constantFrom('a', 'b') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('void' as const, 'undo' as const, 'regrade' as const), back: fc.nat({ max: 3 }), place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('link' as const, 'unlink' as const), person: fc.nat({ max: 2 }), other: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
)

/** Three human beings in three groups, as far as the bot knows. */
const apart = [asIn('Ada', 'slack:T1'), asIn('Ben', 'discord:9'), asIn('Cleo', 'discord:8')] as const

it('all sums add up, also where questions stop counting and people link', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ feedback: fc.constantFrom('instant' as const, 'at-close' as const), days: fc.array(fc.array(change, { maxLength: 9 }), { minLength: 1, maxLength: 4 }) }), async ({ feedback, days }) => {
      const ledger = await openLedger(':memory:')
      const world = worldOf(ledger)
      for (const [group, each] of places) await world.setUp({ group, place: each, feedback, managers: ['boss'] })
      const [[, lead], ...others] = places as [(typeof places)[number], ...typeof places]
      for (const [group, each] of others) {
        const code = await ledger.sharing.offer(lead, 'boss', monday - 1)
        await ledger.sharing.join({ code }, { group, place: each, asker: { ...boss, id: `boss ${each}` } }, monday - 1)
      }
      const rounds: Round[] = []
      for (const [index, changes] of days.entries()) {
        const at = monday + index * day
        const open = await postAll(ledger, at)
        rounds.push(...open.values())
        for (const [nth, each] of changes.entries()) {
          const now = at + (nth + 1) * minute
          const [group, where] = places['place' in each ? each.place : 0] ?? ['', '']
          const round = open.get(where)
          if (each.kind === 'press') {
            const who = apart.find((one) => one.group === group) ?? apart[each.person] ?? apart[0]
            if (round !== undefined && who.group === group) await world.answer(round, who, each.option, now)
          } else if (each.kind === 'close') await ledger.closing.judgeDue(at + day, 1)
          else if ('other' in each) {
            const [one, other] = [apart[each.person] ?? apart[0], apart[each.other] ?? apart[0]]
            const [link] = await ledger.links.of(one)
            if (each.kind === 'link') await ledger.links.confirm(other, (await ledger.links.offer(one, now)).code, now)
            else if (link !== undefined) await ledger.links.unlink(one, link.id, now)
          } else {
            const id = rounds.filter((one) => one.place === where).at(-1 - each.back)?.id ?? ''
            const version = (await ledger.corrections.find(id))?.version ?? 0
            if (each.kind === 'undo') await ledger.corrections.undo(id, version, 'operator', now)
            else await ledger.corrections.correct(id, { change: each.kind === 'void' ? { kind: 'void' } : { kind: 'regrade', key: ['a'] }, why: '', version, words: wordsOf('') }, 'operator', now)
          }
        }
        if (index % 2 === 0) await ledger.closing.closeDue(at + day - minute, 100)
      }
      while ((await ledger.corrections.rejudge(100)) > 0);
      const file = join(newFolder(), 'copy')
      await ledger.upkeep.backup(file)
      await ledger.close()
      expect(verifyLedger(file).problems).toEqual([])
    }),
    { numRuns: 25 },
  )
})
