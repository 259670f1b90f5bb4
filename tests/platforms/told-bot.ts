// A bot that says what a test tells it to, and keeps what it was asked and told.
import type { Handler } from '../../src/platforms/platform.ts'
import type { Suggestion } from '../../src/screens/form.ts'
import { notice } from '../../src/screens/notice.ts'
import type { Reply, Request } from '../../src/screens/request.ts'
import { catalog } from '../catalog.ts'

/** What the bot answers; a test changes it. And whom it heard of. */
export type ToldBot = {
  answer: (request: Request) => readonly Reply[] | Promise<readonly Reply[]>
  suggestions: readonly Suggestion[]
  readonly changed: Parameters<Handler['changed']>[]
  readonly removed: string[]
  readonly joined: string[]
  kept: Awaited<ReturnType<Handler['kept']>>
  readonly moved: Parameters<Handler['moved']>[]
  readonly lost: Parameters<Handler['lost']>[]
  readonly unarchived: string[]
}

export function toldBot(): { readonly bot: ToldBot; readonly requests: Request[]; readonly handler: Handler } {
  const requests: Request[] = []
  const bot: ToldBot = { answer: () => [say('An answer')], suggestions: [], changed: [], removed: [], joined: [], kept: { running: [], removed: [] }, moved: [], lost: [], unarchived: [] }
  const handler: Handler = {
    answer: async (request) => {
      requests.push(request)
      return bot.answer(request)
    },
    traitsOf: catalog.traitsOf,
    suggest: async (_command, _option, _typed, limit) => bot.suggestions.slice(0, limit),
    isTerm: () => false,
    spokenOf: () => undefined,
    names: async () => new Map(),
    changed: async (...news) => void bot.changed.push(news),
    removed: async (group) => void bot.removed.push(group),
    joined: async (group) => void bot.joined.push(group),
    kept: async () => bot.kept,
    moved: async (...news) => void bot.moved.push(news),
    lost: async (...news) => void bot.lost.push(news),
    unarchived: async (place) => void bot.unarchived.push(place),
  }
  return { bot, requests, handler }
}

/** A reply with these words, for the asker. */
export const say = (words: string, update = false): Reply => ({ to: 'asker', screen: notice(words, [[words]]), update })
