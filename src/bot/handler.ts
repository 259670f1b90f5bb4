// The bot as platforms see it: nothing that goes wrong inside comes out as anything but a sentence.
import { removed, returned } from './membership.ts'
import type { Catalog } from '../features/catalog.ts'
import type { Means } from '../features/services.ts'
import type { PersonId } from '../core/quiz.ts'
import type { Handler } from '../platforms/platform.ts'
import { refusal } from '../screens/notice.ts'
import { personSeen, type Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import { createRouter } from './router.ts'
import { suggest } from './suggest.ts'

/** Terms that are looked at to tell whether a word is one of them. */
const termsLookedAt = 12

/** @param tell a private message; false if the person cannot be reached */
export function createHandler(catalog: Catalog, means: Means, tell: (person: PersonId, screen: Screen) => Promise<boolean>): Handler {
  const { ledger, lookup, log } = means
  const router = createRouter(catalog, means)

  /** Nobody waits for it: the ledger keeps the order, so what the answer reads already knows. */
  function noteSeen(request: Request): void {
    ledger.people.noteSeen(personSeen(request)).catch((fault: unknown) => log.warn({ fault }, 'it was not saved that somebody is here'))
  }

  return {
    answer: async (request) => {
      noteSeen(request)
      try {
        return await router.answer(request)
      } catch (fault) {
        log.error({ fault, kind: request.kind, event: request.event }, 'a request failed')
        return [{ to: 'asker', screen: somethingBroke(), update: false }]
      }
    },
    traitsOf: router.traitsOf,
    suggest: async (command, option, typed, limit) => {
      try {
        return await suggest({ command, option, typed, limit }, router, means)
      } catch (fault) {
        log.warn({ fault, command, option }, 'completions could not be found')
        return []
      }
    },
    isTerm: (word) => lookup.suggest(word, termsLookedAt).some((term) => wordsIn(term).includes(word.toLowerCase())),
    names: async (group, people) => {
      try {
        return await ledger.people.namesOf(group, people)
      } catch (fault) {
        log.warn({ fault }, 'the names of people could not be read')
        return new Map()
      }
    },
    changed: async (group, id, { gone, name }) => {
      try {
        await ledger.people.noteChange({ id, group, name: name ?? '', standIn: name === null }, gone)
      } catch (fault) {
        log.warn({ fault }, 'it was not saved that somebody has changed')
      }
    },
    removed: (group, at) => removed(means, group, at),
    joined: (group) => returned(means, group, tell),
  }
}

const wordsIn = (term: string) => term.toLowerCase().split(/[^\p{L}\p{N}]+/u)

function somethingBroke(): Screen {
  return refusal('Something went wrong here', [['It is noted for whoever runs this bot. Nothing that was confirmed is lost; please try again in a moment.']])
}
