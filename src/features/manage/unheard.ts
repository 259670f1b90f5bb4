// What went wrong and no manager has heard of yet, for a manager who looks: what they are shown counts as heard.
import { mayManage, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { threadlessBlocks } from '../../screens/discussion.ts'
import { notHeldBlocks } from '../../screens/not-held.ts'
import type { Request } from '../../screens/request.ts'
import type { Block } from '../../screens/screen.ts'
import { stoppedBlocks } from '../../screens/stopped.ts'
import type { Services } from '../services.ts'

/** Lines of each kind: one for all dates of a channel with one cause. The others follow when the page is opened again. */
const mostShown = 10

/** @param place null: all channels that the asker may manage */
export async function unheardNews({ asker, group, at }: Pick<Request, 'asker' | 'group' | 'at'>, place: PlaceId | null, { ledger, log }: Pick<Services, 'ledger' | 'log'>): Promise<readonly Block[]> {
  const all = await ledger.news.unheard(group)
  const isTheirs = (quiz: Quiz) => mayManage(quiz, asker) && (place === null || quiz.place === place)
  const lines = Map.groupBy(all.rounds.filter(({ quiz }) => isTheirs(quiz)), ({ round }) => `${round.place} ${round.reason}`)
  const rounds = [...lines.values()].slice(0, mostShown).flat()
  const stopped = all.stopped.filter(isTheirs).slice(0, mostShown)
  const threadless = all.threadless.filter(({ quiz }) => isTheirs(quiz)).slice(0, mostShown)
  if (rounds.length === 0 && stopped.length === 0 && threadless.length === 0) return []
  const seen = { rounds: rounds.map(({ round }) => round.id), stopped: stopped.map(({ place }) => place), threadless: threadless.map(({ quiz }) => quiz.place) }
  await Promise.all([ledger.news.markTold(seen.rounds, null, { who: 'manager', at }), ledger.news.markRetiredTold(seen.stopped, null), ledger.threads.markTold(seen.threadless, null)])
  log.warn({ ...seen, told: asker.id }, 'a manager saw what went wrong')
  return [...notHeldBlocks(rounds), ...stoppedBlocks(stopped), ...threadlessBlocks(threadless)]
}
