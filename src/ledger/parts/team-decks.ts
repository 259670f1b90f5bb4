// The part for the flashcards that a channel's team brought along.
import { whyNotManage } from '../../core/quiz.ts'
import { addDeck } from '../../core/team-deck.ts'
import type { Jobs } from '../jobs.ts'
import type { DeckAdded, DeckChanged, TeamDecks } from '../team-decks.ts'
import type { Tables } from '../tables/tables.ts'

export function openTeamDecks({ read, write }: Jobs, { places, quizzes, teamDecks }: Tables): TeamDecks {
  function add(...[place, asker, text, event, at]: Parameters<TeamDecks['add']>): DeckAdded {
    const [placeId, quiz] = [places.find(place), quizzes.at(place)]
    const added = addDeck(placeId === undefined ? [] : teamDecks.all(placeId), { place, quiz, asker, text, event, at })
    if ('refusal' in added || placeId === undefined) return { kind: 'refused', refusal: 'refusal' in added ? added.refusal : { kind: 'no-quiz' } }
    for (const draft of added.without) teamDecks.remove(placeId, draft)
    if (added.isNew) teamDecks.save(placeId, added.deck)
    return { kind: 'added', deck: added.deck, isNew: added.isNew }
  }

  function change(...[place, asker, id, rule]: Parameters<TeamDecks['change']>): DeckChanged {
    const [placeId, quiz] = [places.find(place), quizzes.at(place)]
    const no = whyNotManage(quiz, asker)
    if (no !== undefined || placeId === undefined) return { kind: 'refused', refusal: no ?? { kind: 'no-quiz' } }
    const all = teamDecks.all(placeId)
    const before = all.find((deck) => deck.id === id)
    const decided = rule(before, all)
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal }
    if ('remove' in decided) {
      teamDecks.remove(placeId, id)
      return { kind: 'saved', deck: null }
    }
    for (const deck of decided.save) teamDecks.save(placeId, deck)
    return { kind: 'saved', deck: decided.save.find((deck) => deck.id === id) ?? before ?? null }
  }

  return {
    of: (place) =>
      read(() => {
        const placeId = places.find(place)
        return placeId === undefined ? [] : teamDecks.all(placeId)
      }),
    around: (account, group, place) => read(() => teamDecks.around(account, group, place)),
    add: (...of) => write(() => add(...of)),
    change: (...of) => write(() => change(...of)),
  }
}
