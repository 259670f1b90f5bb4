// Links: two accounts become one learner, with everything of both, and can be taken apart again exactly.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeLife, mostTries, triesWithin } from '../../../src/core/code.ts'
import type { Task } from '../../../src/core/session.ts'
import type { Seat } from '../../../src/ledger/links.ts'
import { bankOf, day, hour, minute, monday, open, quizOf, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const acme = { group: 'slack:T1', place: 'slack:T1/C1' }
const guild = { group: 'discord:1', place: 'discord:1:2' }
const ada: Seat = someone('Ada', acme.group)
const adaOnDiscord: Seat = { ...someone('Ada L', guild.group), account: 'discord:u:ada' }
const ben: Seat = someone('Ben', acme.group)
const cleo: Seat = someone('Cleo', 'slack:T3')

const task = (item: string): Task => ({ item, order: ['a', 'b'], key: ['b'], content: 1 })
const accountOf = ({ account, id }: Seat) => account ?? id

/** Of the question that is due in that channel. */
async function ask({ ledger }: World, place: string, at: number) {
  const found = (await ledger.delivery.claimDue(at, bankOf(), 100)).filter(({ round }) => round.state === 'claimed')
  const rounds = await Promise.all(found.map(({ round }) => open(ledger, round, at)))
  return rounds.find((round) => round.place === place)
}

async function link({ ledger }: World, gives: Seat, takes: Seat, at = monday) {
  const { code } = await ledger.links.offer(gives, at)
  const done = await ledger.links.confirm(takes, code, at + minute)
  if (done.kind !== 'linked') throw new Error(`not linked: ${done.kind}`)
  return done
}

let made = 0
async function studies({ ledger }: World, who: Seat, item: string, chosen: string, at: number) {
  made += 1
  const { session } = await ledger.sessions.start(accountOf(who), { id: made.toString(16).padStart(16, 'd'), kind: 'practice', about: null, tasks: [task(item)], zone: 'UTC', startedAt: at, endsAt: null })
  await ledger.sessions.act(accountOf(who), session.id, { kind: 'answer', position: 0, chosen: [chosen] }, at)
  await ledger.sessions.act(accountOf(who), session.id, { kind: 'end' }, at)
}

/** All that follows from what was answered, as each of them and as everybody sees it. */
async function derived({ ledger, board }: World, people: readonly Seat[]) {
  const one = async (who: Seat) => {
    const { memories, paused } = await ledger.memories.of(accountOf(who))
    const dossier = await ledger.exporting.of(who)
    const place = who.group === guild.group ? guild.place : acme.place
    return {
      memories: [...memories].toSorted(), paused: [...paused],
      ticks: [...(await ledger.ticks.of(accountOf(who)))], log: await ledger.memories.log(accountOf(who), ''), past: await ledger.sessions.past(accountOf(who), 'practice', 99),
      running: await ledger.sessions.running(accountOf(who), 'drill'), reminder: await ledger.reminders.of(accountOf(who)), shown: await ledger.people.shown(who.group, who.id),
      progress: await ledger.boards.progress(who, place, '2026-01-09'), known: await ledger.forgetting.known(who),
      dossier: dossier === undefined ? undefined : { ...dossier, linkCodes: [], wrongCodes: [], memories: dossier.memories.toSorted((a, b) => (a.item < b.item ? -1 : 1)) },
    }
  }
  const boards = await Promise.all([acme, guild].map((where) => board({ ...where, asker: 'nobody' })))
  return { people: await Promise.all(people.map(one)), boards }
}

export function linksContract(openLedger: OpenLedger): void {
  describe('links', () => {
    const newWorld = newWorlds(openLedger)

    /** A daily question on both sides. */
    async function twoSides() {
      const world = await newWorld()
      for (const where of [acme, guild]) await world.setUp(quizOf(where))
      return world
    }

    it('a code says whose it is, links once, and makes one learner', async () => {
      const world = await twoSides()
      const { links, ticks } = world.ledger
      await ticks.set(ada.id, 'one', true, monday)
      const { code, endsAt } = await links.offer(ada, monday)
      expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/u)
      expect(endsAt).toBe(monday + codeLife)
      const side = { account: ada.id, name: 'Ada', hidden: false, group: acme.group }
      expect(await links.look(adaOnDiscord, code, monday)).toEqual({ kind: 'may-link', gave: side, endsAt, hides: false, mixed: false, shownAs: null })
      const done = await links.confirm(adaOnDiscord, code, monday + minute)
      expect(done).toMatchObject({ kind: 'linked', changed: false, link: { gave: side, took: { account: 'discord:u:ada', name: 'Ada L', group: guild.group } } })
      expect(await ticks.of('discord:u:ada')).toEqual(new Map([['one', monday]]))
      expect(await links.of(ada)).toEqual(await links.of(adaOnDiscord))
      expect((await links.confirm(adaOnDiscord, code, monday + minute)).kind).toBe('already-linked')
      expect((await links.confirm(ben, code, monday + minute)).kind).toBe('no-code')
      expect(await links.of(ben)).toEqual([])
    })

    it('a code lives for ten minutes, and a new one takes its place', async () => {
      const { ledger: { links } } = await newWorld()
      const first = await links.offer(ada, monday)
      const second = await links.offer(ada, monday + minute)
      const kind = async (code: string, at: number) => (await links.look(adaOnDiscord, code, at)).kind
      expect([await kind(first.code, monday + minute), await kind(second.code, second.endsAt - 1), await kind(second.code, second.endsAt)]).toEqual(['no-code', 'may-link', 'no-code'])
      expect((await links.look(ada, second.code, monday + minute)).kind).toBe('own-code')
    })

    it('nobody can try more than five codes in ten minutes, not even one that works', async () => {
      const { ledger: { links } } = await newWorld()
      const { code } = await links.offer(ada, monday)
      for (let tries = 0; tries < mostTries; tries++) expect((await links.look(adaOnDiscord, tries % 2 === 0 ? undefined : 'BCDFGHJK', monday + tries)).kind).toBe('no-code')
      const until = monday + triesWithin
      expect([await links.look(adaOnDiscord, code, monday + 9), await links.confirm(adaOnDiscord, code, monday + 9)]).toEqual([{ kind: 'too-many', until }, { kind: 'too-many', until }])
      expect((await links.look(ben, 'BCDFGHJK', monday + 9)).kind).toBe('no-code')
      const again = await links.offer(ada, until)
      expect((await links.look(adaOnDiscord, again.code, until)).kind).toBe('may-link')
    })

    it('two people in one group stay two, and it is said which', async () => {
      const world = await twoSides()
      const { links } = world.ledger
      const code = async (of: Seat) => (await links.offer(of, monday)).code
      expect(await links.look(ben, await code(ada), monday)).toMatchObject({ kind: 'same-group', group: acme.group })
      await link(world, ada, adaOnDiscord)
      await link(world, ben, cleo)
      const round = await ask(world, acme.place, monday)
      for (const who of [ada, ben]) if (round !== undefined) await world.answer(round, who, 'b')
      expect(await links.look(cleo, await code(adaOnDiscord), monday)).toMatchObject({ kind: 'same-group', group: acme.group })
    })

    it('outside of all groups nobody is in one group with anybody', async () => {
      const { ledger: { links } } = await newWorld()
      const outside = (name: string): Seat => ({ id: `discord:@me:u:${name}`, group: 'discord:@me', account: `discord:u:${name}`, name, outside: true })
      const { code } = await links.offer(outside('Ada'), monday)
      expect(await links.look(outside('Eve'), code, monday)).toMatchObject({ kind: 'may-link', gave: { group: null, name: 'Ada' } })
    })

    it('there is one streak, over the days answered on either side', async () => {
      const world = await twoSides()
      for (let turn = 0; turn < 4; turn++) {
        const at = monday + turn * day
        const due = await world.ledger.delivery.claimDue(at, bankOf(), 100)
        for (const { round } of due) {
          const opened = await open(world.ledger, round, at)
          if (turn % 2 === 0 && opened.place === acme.place) await world.answer(opened, ada, 'b', at + hour)
          if (turn % 2 === 1 && opened.place === guild.place) await world.answer(opened, adaOnDiscord, 'b', at + hour)
        }
      }
      const streakOf = async (who: Seat, place: string) => (await world.ledger.boards.progress(who, place, '2026-01-08')).streak.alive
      const both = async () => [await streakOf(ada, acme.place), await streakOf(adaOnDiscord, guild.place)]
      const rows = async () => (await Promise.all([acme, guild].map((where) => world.board({ ...where, asker: ben.id })))).map(({ rows: [row] }) => row?.streak)
      expect(await both()).toEqual([1, 1])
      const { link: { id } } = await link(world, ada, adaOnDiscord, monday + 3 * day)
      expect([await both(), await rows()]).toEqual([[4, 4], [4, 4]])
      await world.ledger.people.setAlias(ada, 'Blue Heron')
      expect([await both(), await rows()]).toEqual([[4, 4], [undefined, 1]])
      await world.ledger.links.unlink(adaOnDiscord, id, monday + 3 * day)
      expect(await both()).toEqual([1, 1])
    })

    it('who hides on one side is hidden on both, and only as long as they are linked', async () => {
      const world = await twoSides()
      const { people, links } = world.ledger
      const round = await ask(world, acme.place, monday)
      if (round === undefined) throw new Error('nothing is asked')
      await world.answer(round, ada, 'b')
      await people.setHidden(adaOnDiscord, true)
      const { code } = await links.offer(ada, monday)
      expect(await links.look(adaOnDiscord, code, monday)).toMatchObject({ hides: true })
      const done = await links.confirm(adaOnDiscord, code, monday)
      expect(done).toMatchObject({ changed: true, link: { gave: { name: 'Ada', hidden: true }, took: { hidden: true } } })
      expect((await world.board({ ...acme, asker: ben.id })).rows).toEqual([])
      await people.setHidden(ada, false)
      expect([await people.shown(acme.group, ada.id), await people.shown(guild.group, adaOnDiscord.id)]).toEqual([{ as: 'hidden', byLink: true }, { as: 'hidden' }])
      await people.setHidden(adaOnDiscord, false)
      expect([await people.shown(acme.group, ada.id), (await world.board({ ...acme, asker: ben.id })).people]).toEqual([{ as: 'name' }, 1])
      await people.setHidden(adaOnDiscord, true)
      const [only] = await links.of(ada)
      expect(await links.unlink(ada, only?.id ?? '', monday)).toMatchObject({ changed: true })
      expect([await people.shown(acme.group, ada.id), await people.shown(guild.group, adaOnDiscord.id)]).toEqual([{ as: 'name' }, { as: 'hidden' }])
    })

    it('a question has one answer of theirs, whichever account gives it', async () => {
      const world = await twoSides()
      const other: Seat = { ...someone('Ada again', guild.group), account: 'discord:u:again' }
      await link(world, adaOnDiscord, { ...other, group: 'discord:@me', id: 'discord:@me:u:again', outside: true })
      const round = await ask(world, guild.place, monday)
      if (round === undefined) throw new Error('nothing is asked')
      await world.answer(round, adaOnDiscord, 'a')
      expect((await world.answer(round, other, 'b'))?.verdict).toEqual({ kind: 'stands', earlier: ['a'], right: false })
      expect((await world.board({ ...guild, asker: ben.id })).people).toBe(1)
    })

    it('whoever gave the code is told until it works, also of a link that was ended in the meantime', async () => {
      const world = await newWorld()
      const { links } = world.ledger
      const { link: first } = await link(world, ada, adaOnDiscord)
      expect(await links.untold(monday + hour, 9)).toMatchObject([{ id: first.id, ended: null, gave: { account: ada.id } }])
      await links.told(first.id, monday + 2 * hour)
      expect([await links.untold(monday + hour, 9), (await links.untold(monday + 2 * hour, 9)).length]).toEqual([[], 1])
      await links.unlink(adaOnDiscord, first.id, monday + hour)
      expect([await links.of(ada), await links.unlink(adaOnDiscord, first.id, monday + hour)]).toEqual([[], undefined])
      expect(await links.untold(monday + 2 * hour, 9)).toMatchObject([{ ended: monday + hour }])
      await links.told(first.id, null)
      const { link: second } = await link(world, ada, adaOnDiscord, monday + day)
      await links.unlink(ada, second.id, monday + day + hour)
      expect(await links.untold(monday + 9 * day, 9)).toEqual([])
    })

    it('a chain is one learner, and each link of it can be taken apart by any of them', async () => {
      const world = await newWorld()
      const { ticks, links } = world.ledger
      for (const who of [ada, adaOnDiscord, cleo]) await ticks.set(accountOf(who), who.name, true, monday)
      const { link: first } = await link(world, ada, adaOnDiscord)
      await link(world, adaOnDiscord, cleo)
      const ticked = async () => Promise.all([ada, adaOnDiscord, cleo].map(async (who) => [...(await ticks.of(accountOf(who))).keys()].toSorted()))
      expect(await ticked()).toEqual(Array.from({ length: 3 }, () => ['Ada', 'Ada L', 'Cleo']))
      expect(await links.unlink(ben, first.id, monday)).toBeUndefined()
      await links.unlink(cleo, first.id, monday)
      expect(await ticked()).toEqual([['Ada'], ['Ada L', 'Cleo'], ['Ada L', 'Cleo']])
    })

    it('an exam that runs on each side goes on, the one started last first', async () => {
      const world = await newWorld()
      const { sessions } = world.ledger
      const exam = (id: string, startedAt: number) => ({ id: id.repeat(16), kind: 'exam' as const, about: null, tasks: [task('card:one')], zone: 'UTC', startedAt, endsAt: startedAt + hour })
      await sessions.start(ada.id, exam('1', monday))
      await sessions.start('discord:u:ada', exam('2', monday + minute))
      await link(world, ada, adaOnDiscord)
      expect((await sessions.running(ada.id, 'exam'))?.id).toBe('2'.repeat(16))
      await sessions.act(ada.id, '2'.repeat(16), { kind: 'end' }, monday + 5 * minute)
      expect((await sessions.running('discord:u:ada', 'exam'))?.id).toBe('1'.repeat(16))
      expect((await sessions.past('discord:u:ada', 'exam', 9)).map(({ id }) => id[0])).toEqual(['2'])
    })

    it('deleting here keeps what is linked; deleting everywhere leaves nothing of either', async () => {
      const world = await twoSides()
      const { links, forgetting, exporting } = world.ledger
      for (const where of [acme, guild]) await world.ledger.quizzes.change(where.place, 'managers', monday - day, (quiz) => ({ quiz: { ...(quiz ?? quizOf()), managers: [ada.id, adaOnDiscord.id] } }))
      const due = await world.ledger.delivery.claimDue(monday, bankOf(), 9)
      for (const { round } of due) {
        const opened = await open(world.ledger, round, monday)
        await world.answer(opened, opened.place === acme.place ? ada : adaOnDiscord, 'b')
      }
      await link(world, ada, adaOnDiscord)
      await studies(world, ada, 'card:one', 'b', monday)
      expect(await forgetting.known(ada)).toEqual({ here: true, elsewhere: true, alone: false })
      await forgetting.forget(ada, 'here', monday)
      expect(await links.of(adaOnDiscord)).toMatchObject([{ gave: { name: null, group: null, account: ada.id } }])
      expect((await exporting.of(ada))?.groups.map(({ group }) => group)).toEqual([guild.group])
      expect((await exporting.of(adaOnDiscord))?.studied).toHaveLength(2)
      await forgetting.forget(ada, 'everywhere', monday)
      expect([await exporting.of(ada), await exporting.of(adaOnDiscord)]).toEqual([undefined, undefined])
      expect((await Promise.all([acme, guild].map(({ place }) => world.ledger.quizzes.at(place)))).map((quiz) => quiz?.managers)).toEqual([[adaOnDiscord.id], [ada.id]])
    })

    it('old codes and failures are deleted', async () => {
      const { ledger: { links, exporting } } = await newWorld()
      await links.offer(ada, monday)
      await links.look(ada, undefined, monday)
      await links.tidy(monday + codeLife)
      expect(await exporting.of(ada)).toMatchObject({ linkCodes: [{ account: ada.id, usedAt: null }], wrongCodes: [{ at: monday }] })
      await links.tidy(monday + codeLife + 1)
      expect(await exporting.of(ada)).toMatchObject({ linkCodes: [], wrongCodes: [] })
    })

    type Event = { readonly who: 0 | 1 | 2; readonly what: 'answer' | 'study' | 'tick' | 'aside' | 'hide' | 'away' | 'remind' | 'drill'; readonly turn: number; readonly right: boolean; readonly item: number }
    const event: fc.Arbitrary<Event> = fc.record({
      who: fc.constantFrom(0, 1, 2), what: fc.constantFrom('answer', 'answer', 'study', 'study', 'tick', 'aside', 'hide', 'away', 'remind', 'drill'), turn: fc.nat(4), right: fc.boolean(), item: fc.nat(3),
    })

    async function live(world: World, people: readonly Seat[], events: readonly Event[]) {
      for (let turn = 0; turn < 5; turn++) {
        const at = monday + turn * day
        const rounds = await Promise.all((await world.ledger.delivery.claimDue(at, bankOf(), 99)).map(({ round }) => open(world.ledger, round, at)))
        for (const { who: index, what, right, item } of events.filter((each) => each.turn === turn)) {
          const who = people[index] ?? ada
          const [account, later] = [accountOf(who), at + hour + item * minute]
          const round = rounds.find(({ group }) => group === who.group)
          if (what === 'answer' && round !== undefined) await world.answer(round, who, right ? 'b' : 'a', later)
          if (what === 'study') await studies(world, who, `card:${item}`, right ? 'b' : 'a', later)
          if (what === 'tick') await world.ledger.ticks.set(account, `tick-${item}`, right, later)
          if (what === 'aside') await world.ledger.memories.setPaused(account, `card:${item}`, right, later)
          if (what === 'hide') await world.ledger.people.setHidden(who, right)
          if (what === 'away') await world.ledger.absences.change(who, later, () => ({ ranges: [{ from: '2026-01-06', to: '2026-01-07' }] }))
          if (what === 'remind') await world.ledger.reminders.set(account, { time: '08:30', zone: 'UTC', nextAt: later })
          if (what === 'drill') await world.ledger.sessions.start(account, { id: `e${index}${item}${turn}`.padEnd(16, '0'), kind: 'drill', about: null, tasks: [task('duty:one')], zone: 'UTC', startedAt: later, endsAt: null })
        }
        // Some closes come before, some after whatever else happens.
        if (turn % 2 === 0) await world.ledger.closing.closeDue(at + day, 9)
      }
    }

    it('linked and unlinked in any order, everything is as it was, for random histories', async () => {
      const people = [ada, adaOnDiscord, cleo]
      const plans = fc.record({ events: fc.array(event, { maxLength: 30 }), chain: fc.boolean(), turned: fc.boolean(), firstOut: fc.boolean() })
      await fc.assert(fc.asyncProperty(plans, async ({ events, chain, turned, firstOut }) => {
        const world = await twoSides()
        for (const who of people) await world.ledger.ticks.set(accountOf(who), 'known', true, monday)
        await live(world, people, events)
        const before = await derived(world, people)
        const at = monday + 4 * day + 2 * hour
        const made = [await (turned ? link(world, adaOnDiscord, ada, at) : link(world, ada, adaOnDiscord, at)), ...(chain ? [await link(world, adaOnDiscord, cleo, at)] : [])]
        const linked = await derived(world, people)
        // One learner: whoever asks sees the same memories, log, ticks and streak.
        const [one, other] = linked.people
        expect([one?.memories, one?.log, one?.ticks, one?.progress.streak.alive]).toEqual([other?.memories, other?.log, other?.ticks, other?.progress.streak.alive])
        for (const [index, each] of before.people.entries()) expect(linked.people[index]?.progress.streak.alive).toBeGreaterThanOrEqual(each.progress.streak.alive)
        for (const { link: { id } } of firstOut ? made : made.toReversed()) await world.ledger.links.unlink(ada, id, at).then(async (gone) => gone ?? world.ledger.links.unlink(cleo, id, at))
        for (const who of people) expect(await world.ledger.links.of(who)).toEqual([])
        // As it may be told yet, that a link was there is still known.
        for (const { id } of await world.ledger.links.untold(at + day, 9)) await world.ledger.links.told(id, null)
        expect(await derived(world, people)).toEqual(before)
      }), { numRuns: 12 })
    })
  })
}
