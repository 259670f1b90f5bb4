// A deck was exported and sent back: cards with some names of Anki were other cards, and so was what people had learned from them. Two cards
// with one number in their table were one.
import { expect, it } from 'vitest'
import { addDeck, type NewCard } from '../../src/core/team-deck.ts'
import { deckAsAnki, deckAsTable } from '../../src/course/export/deck-files.ts'
import { readCards } from '../../src/course/import/cards.ts'
import { deckOf } from '../../src/course/import/deck.ts'
import { sampleQuiz } from '../../src/screens/sample-round.ts'

const owner = { id: 'owner', admin: true }

function sent(text: string, before: Parameters<typeof addDeck>[0] = []) {
  const read = readCards(text, 'deck.csv')
  if (read === undefined) throw new Error('no cards')
  return added(deckOf(read, 'deck.csv'), before)
}

function added(text: { readonly title: string; readonly cards: readonly NewCard[] }, before: Parameters<typeof addDeck>[0] = []) {
  const result = addDeck(before, { place: 'here', quiz: sampleQuiz, asker: owner, text, event: `event ${before.length}`, at: 0 })
  if ('refusal' in result) throw new Error(result.refusal.kind)
  return result
}

it.each(['plain', 'aB~cd', 'B!~:', '=x', '-y+', '@z', '#a', "'q"])('with a card that Anki calls %s', (name) => {
  const { deck } = added({ title: '=Sums', cards: [{ name, front: 'One and one', back: '=2' }, { name: '', front: 'No name', back: 'None' }] })
  for (const file of [deckAsAnki(deck), deckAsTable(deck)]) expect(sent(file, [deck])).toMatchObject({ isNew: false, deck: { id: deck.id } })
})

it('with cards that have one name, which are two cards, in any order', () => {
  const first = sent('id,deck,front,back\n1,Ops,A,B\n1,Ops,C,D\n2,Ops,E,F\n').deck
  const ids = new Map(first.cards.map(({ front, id }) => [front, id]))
  expect(new Set(ids.values()).size).toBe(3)
  const next = sent('id,deck,front,back\n2,Ops,G,F\n1,Ops,C,D\n1,Ops,A,B\n', [first]).deck
  expect(next.cards.map(({ id }) => id)).toEqual([ids.get('E'), ids.get('C'), ids.get('A')])
})

it('with a new card that has the front which another one had before', () => {
  const first = sent('deck,front,back\nOps,A,B\n').deck
  const [old] = first.cards
  const next = sent(`id,deck,front,back\n,Ops,A,D\n${old?.id},Ops,C,B\n`, [first]).deck
  expect(next.cards[1]?.id).toBe(old?.id)
  expect(next.cards[0]?.id).not.toBe(old?.id)
  expect(sent(deckAsTable(next), [first, next])).toMatchObject({ isNew: false, deck: { id: next.id } })
})
