// What holds of the part for channels that share one daily question.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quiz } from '../../../src/core/quiz.ts'
import { changeSettings, pause, resume } from '../../../src/core/manage.ts'
import { takeOff } from '../../../src/core/manage-days-off.ts'
import { retire } from '../../../src/core/retire.ts'
import { codeLife } from '../../../src/core/code.ts'
import { setSeason } from '../../../src/core/season.ts'
import { addToTeam } from '../../../src/core/team.ts'
import type { Round } from '../../../src/core/round.ts'
import type { Instant } from '../../../src/core/time.ts'
import type { PersonSeen } from '../../../src/ledger/people.ts'
import { ada, bankOf, ben, cleo, confirm, day, dora, group, hour, minute, monday, place, quizOf, short, someone, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const other = 'slack:T1/C2'
export const guild = 'discord:9'
export const far = 'discord:9/7'
const manager = { id: 'slack:T1/Manager', admin: false, maySetUp: true }
const farManager = { id: 'discord:9/Boss', admin: true, maySetUp: true }
export const farAda: PersonSeen = { id: 'discord:9/ada', account: 'one and the same', group: guild, name: 'darkwolf' }
export const nearAda: PersonSeen = { ...ada, account: 'one and the same' }

const codeOf = (world: World) => world.ledger.sharing.offer(place, manager.id, monday - day)

/** The quiz of one channel on Slack, which one on Discord has joined by a code. */
export async function together(world: World, change: Partial<Quiz> = {}): Promise<string> {
  await world.setUp(change)
  const code = await codeOf(world)
  const joined = await world.ledger.sharing.join({ code }, { group: guild, place: far, asker: farManager }, monday - day)
  if (joined.kind !== 'joined') throw new Error(`the channel may not join: ${JSON.stringify(joined.why)}`)
  return code
}

/** Claims and opens what is due, by channel. */
export async function post({ ledger }: World, at: Instant = monday): Promise<ReadonlyMap<string, Round>> {
  const claims = (await ledger.delivery.claimDue(at, bankOf(), 100)).filter(({ round }) => round.state === 'claimed')
  for (const { round } of claims) await ledger.delivery.markSending(round.id, at, null)
  await confirm(ledger, claims.map(({ round }) => round.id), at)
  return new Map(claims.map(({ round }) => [round.place, round]))
}

export const inBoth = (rounds: ReadonlyMap<string, Round>): readonly [Round, Round] => [rounds.get(place) ?? never(), rounds.get(far) ?? never()]

export function never(): never {
  throw new Error('not posted')
}

export function sharingContract(openLedger: OpenLedger): void {
  const newWorld = newWorlds(openLedger)
  const viewed = (world: World, { id, group: where }: Round, by: PersonSeen | null = null) => world.ledger.rounds.view(id, where, by?.id ?? null)
  const boardOf = (world: World, where = place, by: PersonSeen = ada) => world.board({ place: where, group: where === far ? guild : group, asker: by.id })

  describe('channels that share a question', () => {
    it('are asked the same, at the same time, with the same letters', async () => {
      const world = await newWorld()
      await together(world)
      const [here, there] = inBoth(await post(world))
      expect(there).toMatchObject({ question: here.question, order: here.order, key: here.key, closesAt: here.closesAt, day: here.day, occasion: here.occasion })
      expect(there.id).not.toBe(here.id)
      const next = inBoth(await post(world, monday + day))
      expect(next[1].question).toBe(next[0].question)
      expect(next[0].question).not.toBe(here.question)
    })

    it('are asked the same where one is claimed hours later', async () => {
      const world = await newWorld()
      await together(world)
      const { ledger } = world
      const [first] = await ledger.delivery.claimDue(monday, bankOf(), 1)
      const [second] = await ledger.delivery.claimDue(monday + hour, bankOf(), 1)
      expect(second?.round.place).not.toBe(first?.round.place)
      expect(second?.round).toMatchObject({ question: first?.round.question, closesAt: first?.round.closesAt })
    })

    it('are not asked again what was found posted in one of them, and not taken over', async () => {
      const world = await newWorld()
      await together(world)
      const questions = new Set<string>()
      for (let later = 0; later < 4; later += 1) {
        for (const { round } of await world.ledger.delivery.claimDue(monday + later * day, bankOf(4), 9)) {
          questions.add(round.question)
          await world.ledger.delivery.skip(round.id, 'It was posted and closed before.', null, 'message')
        }
      }
      expect(questions.size).toBe(4)
    })

    it('count all answers together', async () => {
      const world = await newWorld()
      await together(world)
      const [here, there] = inBoth(await post(world))
      const outcome = await world.answer(here, ben, 'b')
      expect(outcome?.others?.map(({ id }) => id)).toEqual([there.id])
      await world.answer(there, farAda, 'a')
      const [one, two] = [await viewed(world, here), await viewed(world, there)]
      expect([one?.answered, two?.answered]).toEqual([2, 2])
      expect(one?.votes).toEqual(two?.votes)
      expect((await viewed(world, there))?.right).toEqual([{ id: `elsewhere:${ben.id}`, name: 'Ben' }])
      expect(short(await boardOf(world))).toEqual([[1, 'Ben', 1], [2, 'darkwolf', 0]])
      expect(short(await boardOf(world, far))).toEqual(short(await boardOf(world)))
      expect((await world.ledger.counts.stale()).map(({ id }) => id).toSorted()).toEqual([here.id, there.id].toSorted())
    })

    it('take one answer of a human being, wherever it’s given', async () => {
      const world = await newWorld()
      await together(world)
      const [here, there] = inBoth(await post(world))
      expect((await world.answer(here, nearAda, 'b'))?.verdict.kind).toBe('counted')
      const again = await world.answer(there, farAda, 'a')
      expect(again).toMatchObject({ first: false, verdict: { kind: 'stands', earlier: ['b'], right: true }, standsIn: place, round: { id: there.id } })
      expect(await viewed(world, there, { ...farAda })).toMatchObject({ answered: 1, mine: null })
      expect(short(await boardOf(world))).toEqual([[1, 'Ada', 1]])
    })

    it('change one answer from anywhere, where it can be changed', async () => {
      const world = await newWorld()
      await together(world, { feedback: 'at-close' })
      const [here, there] = inBoth(await post(world))
      await world.answer(here, nearAda, 'a')
      expect(await world.answer(there, farAda, 'b', monday + 2 * minute)).toMatchObject({ first: false, chosen: ['b'], standsIn: place, verdict: { changed: true } })
      await world.answer(there, someone('eve', guild), 'c')
      const closed = await world.ledger.closing.closeDue(here.closesAt, 1)
      expect(closed).toMatchObject([{ answered: 2, right: [{ name: 'Ada' }] }])
      await world.ledger.closing.closeDue(here.closesAt, 5)
      expect(short(await boardOf(world, far))).toEqual([[1, 'Ada', 1], [2, 'eve', 0]])
    })

    it('count a study day once, in whichever of them somebody answers', async () => {
      const world = await newWorld()
      await together(world)
      const streaks: (number | undefined)[] = []
      for (const [later, where] of [[0, 0], [1, 0], [2, 1], [3, 0]] as const) {
        const rounds = inBoth(await post(world, monday + later * day))
        streaks.push((await world.answer(rounds[where], where === 0 ? nearAda : farAda, 'b', monday + later * day + minute))?.streak)
      }
      expect(streaks).toEqual([1, 2, 3, 4])
      expect((await world.ledger.boards.progress(farAda, far, '2026-01-08')).streak).toMatchObject({ alive: 4, longest: 4 })
      expect((await boardOf(world, far, farAda)).own).toMatchObject({ points: 4, streak: 4, rank: 1 })
    })

    it('keep back a result that gives somebody away in any of them', async () => {
      const world = await newWorld()
      await together(world)
      const [here, there] = inBoth(await post(world))
      for (const each of [ada, ben, cleo]) await world.answer(here, each, 'b')
      await world.answer(there, farAda, 'a')
      expect((await viewed(world, here))?.votes).not.toBeNull()
      await world.ledger.people.setHidden(farAda, true)
      expect([(await viewed(world, here))?.votes, (await viewed(world, there))?.votes]).toEqual([null, null])
      expect((await boardOf(world)).rows.map(({ person }) => person.name)).not.toContain('darkwolf')
    })
  })

  describe('somebody who answered in both and links the two', () => {
    const far2: PersonSeen = { id: 'discord:9/cleo', group: guild, name: 'cleo' }

    it('has the earlier answer count, on every board and in the result; unlinked, all is as it was', async () => {
      const world = await newWorld()
      const { ledger } = world
      await together(world)
      const [here, there] = inBoth(await post(world))
      await world.answer(there, far2, 'b', monday + minute)
      await world.answer(here, cleo, 'a', monday + 2 * minute)
      const stand = async () => ({
        boards: [short(await boardOf(world)), short(await boardOf(world, far)), short(await world.board({ scope: 'group' })), short(await world.board({ scope: 'group', group: guild, place: far }))],
        views: [await viewed(world, here), await viewed(world, there)].map((view) => ({ answered: view?.answered, votes: view?.votes, right: view?.right })),
        streaks: [(await ledger.boards.progress(cleo, place, '2026-01-05')).streak, (await ledger.boards.progress(far2, far, '2026-01-05')).streak],
      })
      const before = await stand()
      expect(before.views[0]?.answered).toBe(2)
      const { code } = await ledger.links.offer(cleo, monday + hour)
      const linked = await ledger.links.confirm(far2, code, monday + hour)
      expect(linked.kind).toBe('linked')
      const after = await stand()
      expect(after.views.map(({ answered }) => answered)).toEqual([1, 1])
      expect(after.boards.slice(0, 3)).toEqual([[[1, 'cleo', 1]], [[1, 'cleo', 1]], []])
      expect(await ledger.rounds.view(here.id, group, cleo.id)).toMatchObject({ mine: { chosen: ['b'] }, mineIn: far })
      expect(await world.answer(here, cleo, 'c', monday + 2 * hour)).toMatchObject({ verdict: { kind: 'stands', earlier: ['b'] }, standsIn: far })
      await ledger.links.unlink(cleo, linked.kind === 'linked' ? linked.link.id : '', monday + 3 * hour)
      expect(await stand()).toEqual(before)
    })
  })

  describe('what a channel has for itself while it shares', () => {
    const [farDora, farEve, eve] = [{ ...dora, id: 'discord:9/dora', group: guild }, { ...someone('Eve', guild), id: 'discord:9/eve' }, someone('Eva')]
    const boss = { id: manager.id, admin: false }

    /** Where somebody answers on a day, and how. */
    const deed = fc.constantFrom('no', 'here a', 'here b', 'there a', 'there b')
    const days = fc.array(fc.tuple(deed, deed, deed, deed, deed), { minLength: 4, maxLength: 4 })

    it('seasons and teams count everybody’s points, wherever they answered, as a plain count does', async () => {
      await fc.assert(fc.asyncProperty(days, async (deeds) => {
        const world = await newWorld()
        const { ledger } = world
        await together(world)
        // Somebody whom nobody has seen here can't be in a team here.
        await ledger.people.setHidden(nearAda, false)
        const season = { from: '2026-01-06', to: '2026-01-07', name: 'Two days' }
        await ledger.seasons.change(place, 'season', monday, (seasons, quiz) => setSeason({ seasons, quiz, asker: boss }, season, '2026-01-05'))
        const people = [[nearAda, farAda], [ben, ben], [cleo, cleo], [farDora, farDora], [eve, farEve]] as const
        const team = [nearAda, ben, cleo, eve]
        await ledger.teams.change(place, 'team', monday, (teams, quiz) => addToTeam({ teams, quiz, asker: boss }, 'Reds', team.map(({ id }) => id)))
        const counted = new Map<string, { points: number; answered: number }>()
        const known = new Set<string>()
        for (const [turn, deedsOfDay] of deeds.entries()) {
          const [here, there] = inBoth(await post(world, monday + turn * day))
          for (const [at, [near, distant]] of people.entries()) {
            const [where, chosen = ''] = (deedsOfDay[at] ?? 'no').split(' ')
            const who = where === 'there' ? distant : near
            if (where === 'no' || who.group !== (where === 'there' ? guild : group)) continue
            await world.answer(where === 'there' ? there : here, who, chosen, monday + turn * day + minute)
            const name = at === 0 ? 'ada' : who.id
            known.add(name)
            if (turn !== 1 && turn !== 2) continue
            const before = counted.get(name) ?? { points: 0, answered: 0 }
            counted.set(name, { points: before.points + (chosen === 'b' ? 1 : 0), answered: before.answered + 1 })
          }
        }
        for (const by of ['points', 'days'] as const) {
          const board = await world.board({ span: season, by })
          expect(board.rows.map(({ points, answered }) => `${points} of ${answered}`).toSorted()).toEqual([...counted.values()].map(({ points, answered }) => `${points} of ${answered}`).toSorted())
          expect((await world.board({ span: season, by, asker: farEve.id, place: far, group: guild })).own?.points).toBe(counted.get(farEve.id)?.points)
        }
        const inTeam = team.filter((who) => known.has(who === nearAda ? 'ada' : who.id))
        const farPeople = [...known].filter((id) => id.startsWith('discord:')).length
        expect((await ledger.teams.counting(place)).size).toBe(inTeam.length + farPeople)
        const found = await ledger.teams.board({ place, span: season, day: '2026-01-06' })
        const sum = [...counted.values()].reduce((total, { points }) => total + points, 0)
        expect(found.average).toBe(known.size === 0 ? null : Math.round((100 * sum) / known.size) / 100)
        expect(found.rows.map(({ members }) => members)).toEqual(inTeam.length >= 3 ? [inTeam.length] : [])
      }), { numRuns: 12 })
    })

    it('a reminder is also known, and turned off, by whoever is the same and not known there', async () => {
      const world = await newWorld()
      await together(world, { openMinutes: 480 })
      const { nudges } = world.ledger
      await nudges.set(nearAda, place, 30, monday - hour)
      expect(await nudges.of(farAda, far)).toBe(30)
      await nudges.set(farAda, far, null, monday - hour)
      expect([await nudges.of(farAda, far), await nudges.of(nearAda, place)]).toEqual([null, null])
      expect(await world.ledger.people.placesOf(farAda.id)).toEqual([])
    })

    it('one reminder comes for a question, the last one that somebody asked for, and the other goes when a channel joins', async () => {
      const world = await newWorld()
      const { ledger } = world
      await together(world, { openMinutes: 480 })
      await ledger.nudges.set(nearAda, place, 30, monday - hour)
      await ledger.nudges.set(farAda, far, 60, monday - hour)
      expect([await ledger.nudges.of({ id: nearAda.id, group }, place), await ledger.nudges.of({ id: farAda.id, group: guild }, far)]).toEqual([60, 60])
      const [here] = inBoth(await post(world))
      const due = async (left: number) => (await ledger.nudges.claimDue(here.closesAt - left * minute, 9)).due.map(({ person }) => person)
      expect([await due(60), await due(30)]).toEqual([[farAda.id], []])
      await ledger.nudges.set(nearAda, place, null, monday)
      expect(await ledger.nudges.of({ id: farAda.id, group: guild }, far)).toBeNull()

      const later = await newWorld()
      await later.setUp({ openMinutes: 480 })
      await later.setUp({ place: other, openMinutes: 480 })
      for (const where of [place, other]) await later.ledger.nudges.set(ben, where, 30, monday - hour)
      await later.ledger.sharing.join({ place }, { group, place: other, asker: manager }, monday - minute)
      const rounds = await post(later)
      const at = (rounds.get(place)?.closesAt ?? 0) - 30 * minute
      expect((await later.ledger.nudges.claimDue(at, 9)).due.map(({ person }) => person)).toEqual([ben.id])
    })
  })

  it('whoever asked for a code is known by it, and forgotten with it', async () => {
    const { ledger, setUp } = await newWorld()
    await setUp()
    await ledger.sharing.offer(place, ben.id, monday)
    expect((await ledger.exporting.of(ben))?.groups).toMatchObject([{ group, shareCodes: [{ channel: place, used: false }] }])
    await ledger.forgetting.forget(ben, 'everywhere', monday)
    expect(await ledger.exporting.of(ben)).toBeUndefined()
  })

  it('an answer that counts elsewhere has no points in an export', async () => {
    const world = await newWorld()
    const { ledger } = world
    await together(world)
    const [here, there] = inBoth(await post(world))
    const farCleo: PersonSeen = { id: 'discord:9/cleo', group: guild, name: 'cleo' }
    await world.answer(there, farCleo, 'b', monday + minute)
    await world.answer(here, cleo, 'b', monday + 2 * minute)
    const { code } = await ledger.links.offer(cleo, monday + hour)
    await ledger.links.confirm(farCleo, code, monday + hour)
    const answers = (await ledger.exporting.of(cleo))?.groups.flatMap((each) => each.answers)
    expect(answers?.map(({ channel, right, points }) => [channel, right, points])).toEqual([[far, true, 1], [place, true, 0]])
  })

  describe('joining', () => {
    it('brings both histories to one board, and leaving takes them apart as they were', async () => {
      const world = await newWorld()
      const { ledger } = world
      await world.setUp()
      const first = await world.post()
      await world.answer(first, ada, 'b')
      const code = await codeOf(world)
      await ledger.sharing.join({ code }, { group: guild, place: far, asker: farManager }, monday - day)
      await world.answer((await post(world, monday + day)).get(far) ?? never(), farAda, 'b', monday + day + minute)
      expect(short(await boardOf(world))).toEqual([[1, 'Ada', 1], [1, 'darkwolf', 1]])
      expect(await ledger.sharing.leave(far, { asker: farManager, place: far })).toMatchObject({ kind: 'left', others: [{ place }] })
      expect(short(await boardOf(world))).toEqual([[1, 'Ada', 1]])
      expect(short(await boardOf(world, far))).toEqual([[1, 'darkwolf', 1]])
      expect([await ledger.sharing.of(place), await ledger.sharing.of(far)]).toEqual([undefined, undefined])
      const next = await post(world, monday + 2 * day)
      await world.answer(next.get(place) ?? never(), nearAda, 'b', monday + 2 * day)
      expect((await world.answer(next.get(far) ?? never(), farAda, 'b', monday + 2 * day))?.verdict.kind).toBe('counted')
    })

    it('takes over settings, and asks today’s question only where none was asked today', async () => {
      const world = await newWorld()
      await world.setUp({ time: '10:00' })
      await world.setUp({ place: other, mention: 'here' })
      const own = await post(world)
      expect([...own.keys()]).toEqual([other])
      const joined = await world.ledger.sharing.join({ place }, { group, place: other, asker: manager }, monday + minute)
      expect(joined).toMatchObject({ kind: 'joined', quiz: { time: '10:00', mention: 'here', nextDate: '2026-01-06', follows: { place } } })
      expect([...(await post(world, monday + hour)).keys()]).toEqual([place])
      expect([...(await post(world, monday + day + hour)).keys()].toSorted()).toEqual([place, other])
    })

    it('is refused by a code that is unknown, too old, or used; and after five of them for a while', async () => {
      const world = await newWorld()
      const code = await together(world)
      await world.setUp({ place: other })
      const { sharing } = world.ledger
      const joiner = { group, place: other, asker: manager }
      const at = monday - day + codeLife
      for (const from of [{ code: undefined }, { code: 'BBBBBBBB' }, { code }]) expect(await sharing.look(from, joiner, at)).toEqual({ kind: 'refused', why: 'no-code' })
      expect(await sharing.join({ code }, joiner, at - 1)).toEqual({ kind: 'refused', why: 'no-code' })
      for (let tries = 0; tries < 5; tries += 1) await sharing.look({ code: 'CCCCCCCC' }, joiner, at + tries)
      expect(await sharing.look({ code }, joiner, at + minute)).toMatchObject({ why: { tooMany: expect.any(Number) } })
      expect(await sharing.look({ code }, { ...joiner, place: far, group: guild, asker: farManager }, at - 1)).toEqual({ kind: 'refused', why: 'together-already' })
    })

    it('takes a manager of the channel, and of both where there’s no code', async () => {
      const world = await newWorld()
      await world.setUp()
      await world.setUp({ place: other, managers: ['slack:T1/Eve'] })
      const { sharing } = world.ledger
      const eve = { id: 'slack:T1/Eve', admin: false, maySetUp: true }
      expect(await sharing.join({ place }, { group, place: other, asker: eve }, monday)).toMatchObject({ why: { refusal: { kind: 'not-a-manager', managers: ['slack:T1/Manager'] } } })
      expect(await sharing.join({ place }, { group, place: other, asker: manager }, monday)).toMatchObject({ why: { refusal: { kind: 'not-a-manager', managers: ['slack:T1/Eve'] } } })
      expect(await sharing.join({ place: other }, { group: guild, place: far, asker: { ...farManager, admin: true } }, monday)).toMatchObject({ why: { refusal: { kind: 'no-quiz' } } })
      expect(await sharing.leave(place, { asker: eve, place })).toMatchObject({ kind: 'refused' })
    })
  })

  describe('what the channel that leads decides', () => {
    it('holds for all: settings, pauses, days off; its managers, ping and recap are its own', async () => {
      const world = await newWorld()
      await together(world)
      const { quizzes } = world.ledger
      const at = monday - hour
      await quizzes.change(place, 'settings', at, (quiz) => changeSettings(quiz, manager, { ...quizOf(), time: '11:00', mention: 'here', recap: 'off' }, at))
      expect(await quizzes.at(far)).toMatchObject({ time: '11:00', mention: null, recap: 'next', nextAt: monday + 2 * hour, managers: [farManager.id] })
      await quizzes.change(place, 'off', at, (quiz) => takeOff(quiz, manager, { from: '2026-01-05', to: '2026-01-06', name: 'Team days' }, at))
      expect(await quizzes.at(far)).toMatchObject({ nextDate: '2026-01-07', off: [{ name: 'Team days', by: null }] })
      await quizzes.change(place, 'pause', at, (quiz) => pause(quiz, manager, at))
      expect(await quizzes.at(far)).toMatchObject({ paused: true, follows: { place, paused: true } })
      expect(await quizzes.change(far, 'resume', at, (quiz) => resume(quiz, farManager, at))).toMatchObject({ kind: 'refused', refusal: { kind: 'follows' } })
      await quizzes.change(place, 'resume', at, (quiz) => resume(quiz, manager, at))
      expect(await quizzes.at(far)).toMatchObject({ paused: false, nextDate: '2026-01-07' })
      expect(await quizzes.change(far, 'own', at, (quiz) => (quiz === undefined ? { refusal: null } : changeSettings(quiz, farManager, { ...quiz, mention: 'discord:9/r1' }, at)))).toMatchObject({ kind: 'saved', quiz: { mention: 'discord:9/r1' } })
      expect(await quizzes.change(far, 'all', at, (quiz) => (quiz === undefined ? { refusal: null } : changeSettings(quiz, farManager, { ...quiz, time: '12:00' }, at)))).toMatchObject({ refusal: { kind: 'follows' } })
    })

    it('passes to the next one when its channel is lost or leaves', async () => {
      const world = await newWorld()
      await together(world)
      const { quizzes, sharing } = world.ledger
      await quizzes.change(place, 'gone', monday - hour, (quiz) => retire(quiz, 'deleted'))
      expect(await sharing.of(far)).toMatchObject({ lead: far })
      expect(await quizzes.at(far)).toMatchObject({ paused: false, retired: null })
      expect([...(await post(world)).keys()]).toEqual([far])
      await quizzes.remove(place, () => undefined)
      expect(await sharing.of(far)).toBeUndefined()
    })

    it('asks an extra question in all of them', async () => {
      const world = await newWorld()
      await together(world)
      await world.ledger.delivery.claimExtra(place, 'now', monday - hour, bankOf())
      const claims = await world.ledger.delivery.unsent(monday, 9)
      expect(claims.map(({ round }) => round.place).toSorted()).toEqual([far, place])
      expect(new Set(claims.map(({ round }) => round.question)).size).toBe(1)
    })
  })

  it('a channel that gets another id still shares', async () => {
    const world = await newWorld()
    await together(world)
    const [here] = inBoth(await post(world))
    await world.answer(here, ada, 'b')
    await world.ledger.quizzes.move(place, other, (message) => message, monday + hour)
    expect(await world.ledger.sharing.of(far)).toMatchObject({ lead: other })
    expect(short(await boardOf(world, far))).toEqual([[1, 'Ada', 1]])
  })
}
