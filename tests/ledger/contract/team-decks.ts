// Flashcards that a channel's team brought along: drafts until they are used, then for the people of this channel alone.
import { describe, expect, it } from 'vitest'
import { changesIn, deckId, removeDeck, stopDeck, useDeck, withoutCard, type DeckRule, type TeamDeck } from '../../../src/core/team-deck.ts'
import { ben, group, hour, monday, place, type World } from '../world.ts'
import { newWorlds, type OpenLedger } from './new-worlds.ts'

const there = 'slack:T1/C9'
const manager = { id: 'slack:T1/Manager', admin: false }
const cards = (...sides: readonly (readonly [front: string, back: string])[]) => sides.map(([front, back]) => ({ front, back, name: '' }))
const night = { title: 'Night shift', cards: cards(['Queue', 'Drain it'], ['Alarm', 'Call Ada']) }

export function teamDecksContract(openLedger: OpenLedger): void {
  describe('flashcards of a team', () => {
    const newWorld = newWorlds(openLedger)

    async function added(text = night, event = 'add'): Promise<World & { readonly deck: TeamDeck }> {
      const world = await newWorld()
      await world.setUp()
      return { ...world, deck: await add(world, text, event) }
    }

    async function add({ ledger }: World, text: typeof night, event: string): Promise<TeamDeck> {
      const found = await ledger.teamDecks.add(place, manager, text, event, monday - hour)
      if (found.kind !== 'added') throw new Error('it was not added')
      return found.deck
    }

    const change = ({ ledger }: World, id: string, rule: DeckRule, asker = manager) => ledger.teamDecks.change(place, asker, id, rule)
    const around = ({ ledger }: World, at: string | null = place, of = group) => ledger.teamDecks.around(ben.id, of, at)

    it('are drafts that nobody gets, until they are used; once stopped, nobody gets them again', async () => {
      const { deck, ...world } = await added()
      expect(deck).toMatchObject({ id: deckId(place, 'add'), title: 'Night shift', state: 'draft', version: 1, author: manager.id, cards: [{ front: 'Queue' }, { front: 'Alarm' }] })
      expect(await around(world)).toEqual([])
      expect(await change(world, deck.id, useDeck(1, monday))).toMatchObject({ kind: 'saved', deck: { state: 'approved', approvedAt: monday } })
      expect(await around(world)).toEqual([{ id: deck.id, title: 'Night shift', cards: deck.cards, group, own: true }])
      expect(await around(world, there)).toMatchObject([{ own: false }])
      expect(await around(world, null, 'slack:T2')).toEqual([])
      await world.answer(await world.post(), ben, 'b', monday + hour)
      expect(await around(world, null, 'slack:T2')).toMatchObject([{ own: true }])
      await change(world, deck.id, stopDeck)
      expect(await around(world)).toEqual([])
    })

    it('are added once, by their event and by their cards', async () => {
      const { deck, ...world } = await added()
      expect(await world.ledger.teamDecks.add(place, manager, { title: 'Another', cards: night.cards }, 'add', monday)).toMatchObject({ isNew: false, deck: { id: deck.id, title: 'Night shift' } })
      expect(await world.ledger.teamDecks.add(place, manager, night, 'again', monday)).toMatchObject({ isNew: false, deck: { id: deck.id } })
      expect(await world.ledger.teamDecks.of(place)).toHaveLength(1)
    })

    it('keep their ids in the next version, which takes the place of the one before once it is used, and no sooner', async () => {
      const { deck, ...world } = await added()
      await change(world, deck.id, useDeck(1, monday))
      const next = await add(world, { title: 'night shift', cards: cards(['Alarm', 'Call Ben'], ['Pager', 'In the drawer']) }, 'next')
      expect(next.cards[0]?.id).toBe(deck.cards[1]?.id)
      expect(changesIn(next, await world.ledger.teamDecks.of(place))).toEqual({ added: 1, changed: 1, gone: 1 })
      expect(await around(world)).toMatchObject([{ id: deck.id }])
      await change(world, next.id, useDeck(1, monday))
      expect(await around(world)).toMatchObject([{ id: next.id }])
      expect((await world.ledger.teamDecks.of(place)).map(({ id, state }) => [id, state])).toEqual([[deck.id, 'draft'], [next.id, 'approved']])
      const third = await add(world, { title: 'Night shift', cards: cards(['Pager', 'In the drawer']) }, 'third')
      expect((await world.ledger.teamDecks.of(place)).map(({ id }) => id)).toEqual([third.id, next.id])
    })

    it('leave one by one, and whole; what somebody has not seen is not used', async () => {
      const { deck, ...world } = await added()
      const [first, second] = deck.cards.map(({ id }) => id)
      expect(await change(world, deck.id, withoutCard(first ?? ''))).toMatchObject({ deck: { version: 2, cards: [{ front: 'Alarm' }] } })
      expect(await change(world, deck.id, withoutCard(first ?? ''))).toMatchObject({ deck: { version: 2 } })
      expect(await change(world, deck.id, useDeck(1, monday))).toEqual({ kind: 'refused', refusal: { kind: 'changed-since' } })
      expect(await change(world, deck.id, removeDeck(1))).toEqual({ kind: 'refused', refusal: { kind: 'changed-since' } })
      expect(await change(world, deck.id, withoutCard(second ?? ''))).toEqual({ kind: 'saved', deck: null })
      for (const rule of [useDeck(2, monday), stopDeck, removeDeck(2), withoutCard(first ?? '')]) expect(await change(world, deck.id, rule)).toEqual({ kind: 'refused', refusal: { kind: 'no-such-deck' } })
    })

    it('are for managers, of a channel with a daily question, and not without end', async () => {
      const { deck, ...world } = await added()
      const no = { kind: 'refused', refusal: { kind: 'not-a-manager', managers: [manager.id] } }
      expect(await world.ledger.teamDecks.add(place, { id: ben.id, admin: false }, night, 'bens', monday)).toEqual(no)
      expect(await change(world, deck.id, stopDeck, { id: ben.id, admin: false })).toEqual(no)
      expect(await world.ledger.teamDecks.add(there, manager, night, 'there', monday)).toEqual({ kind: 'refused', refusal: { kind: 'no-quiz' } })
      const many = { title: 'Many', cards: cards(...Array.from({ length: 999 }, (_, nth) => [`Front ${nth}`, 'Back'] as const)) }
      expect(await world.ledger.teamDecks.add(place, manager, many, 'many', monday)).toEqual({ kind: 'refused', refusal: { kind: 'too-many', most: 1_000, of: 'cards' } })
      for (let nth = 1; nth < 20; nth += 1) await add(world, { title: `Deck ${nth}`, cards: cards(['One', 'Two']) }, `deck ${nth}`)
      expect(await world.ledger.teamDecks.add(place, manager, { title: 'More', cards: cards(['One', 'Two']) }, 'more', monday)).toEqual({ kind: 'refused', refusal: { kind: 'too-many', most: 20, of: 'decks' } })
    })

    it('go along when the channel gets another id, with their ids, also to one that has some', async () => {
      const { deck, ...world } = await added()
      await world.setUp({ place: there })
      await world.ledger.teamDecks.add(there, manager, { title: 'Theirs', cards: cards(['One', 'Two']) }, 'theirs', monday)
      await world.ledger.quizzes.move(place, there, (message) => message, monday)
      expect((await world.ledger.teamDecks.of(there)).map(({ title }) => title).toSorted()).toEqual(['Night shift', 'Theirs'])
      const again = await world.ledger.teamDecks.add(there, manager, { title: 'Night shift', cards: cards(['Queue', 'Stop it']) }, 'again', monday)
      expect(again).toMatchObject({ deck: { cards: [{ id: deck.cards[0]?.id, back: 'Stop it' }] } })
    })

    it('stay without whoever added them once that one is forgotten, who gets them as long as they are known', async () => {
      const { deck, ...world } = await added()
      const author = { id: manager.id, group, name: 'Manager' }
      expect((await world.ledger.exporting.of(author))?.groups).toMatchObject([{ decks: [{ id: deck.id, channel: place, title: 'Night shift', cards: 2, approved: false }] }])
      await world.ledger.forgetting.forget(author, 'everywhere', monday)
      expect(await world.ledger.teamDecks.of(place)).toMatchObject([{ author: null, title: 'Night shift' }])
      expect(await world.ledger.exporting.of(author)).toBeUndefined()
    })

    it('count once with their next version', async () => {
      const { deck, ...world } = await added({ title: 'Large', cards: cards(...Array.from({ length: 600 }, (_, nth) => [`Front ${nth}`, 'Back'] as const)) })
      await change(world, deck.id, useDeck(1, monday))
      const next = await add(world, { title: 'Large', cards: cards(...Array.from({ length: 600 }, (_, nth) => [`Front ${nth}`, 'Another back'] as const)) }, 'next')
      await change(world, next.id, useDeck(1, monday))
      expect(await world.ledger.teamDecks.of(place)).toHaveLength(2)
      await add(world, night, 'small')
      const more = { title: 'Too large', cards: cards(...Array.from({ length: 400 }, (_, nth) => [`Side ${nth}`, 'Back'] as const)) }
      expect(await world.ledger.teamDecks.add(place, manager, more, 'more', monday)).toMatchObject({ kind: 'refused', refusal: { kind: 'too-many', of: 'cards' } })
    })
  })
}
