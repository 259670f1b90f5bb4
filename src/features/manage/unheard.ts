// What went wrong and no manager has heard of yet, for a manager who looks: what they are shown counts as heard.
import { mayManage, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { notHeldBlocks } from '../../screens/not-held.ts'
import type { Request } from '../../screens/request.ts'
import type { Block } from '../../screens/screen.ts'
import { stoppedBlocks } from '../../screens/stopped.ts'
import type { Services } from '../services.ts'

/** Lines of each kind: one for all dates of a channel with one cause. The others follow when the page is opened again. */
const mostShown = 10

/** @param place null: all channels that the asker may manage */
export async function unheardNews({ asker, group }: Pick<Request, 'asker' | 'group'>, place: PlaceId | null, { ledger, log }: Pick<Services, 'ledger' | 'log'>): Promise<readonly Block[]> {
  const all = await ledger.news.unheard(group)
  const isTheirs = (quiz: Quiz) => mayManage(quiz, asker) && (place === null || quiz.place === place)
  const lines = Map.groupBy(all.rounds.filter(({ quiz }) => isTheirs(quiz)), ({ round }) => `${round.place} ${round.reason}`)
  const rounds = [...lines.values()].slice(0, mostShown).flat()
  const stopped = all.stopped.filter(isTheirs).slice(0, mostShown)
  if (rounds.length === 0 && stopped.length === 0) return []
  await Promise.all([ledger.news.markTold(rounds.map(({ round }) => round.id), null), ledger.news.markRetiredTold(stopped.map((quiz) => quiz.place), null)])
  log.warn({ rounds: rounds.map(({ round }) => round.id), stopped: stopped.map((quiz) => quiz.place), told: asker.id }, 'a manager saw what went wrong')
  return [...notHeldBlocks(rounds), ...stoppedBlocks(stopped)]
}
