// What an operator reads about a group whose data is, or is to be, deleted.
import { numberOf } from '../core/number-of.ts'
import type { GroupId } from '../core/quiz.ts'
import type { GroupSize } from '../ledger/forgetting.ts'

export const sizeInWords = ({ people, alone, channels, answers }: GroupSize): string =>
  `${numberOf(channels, 'daily question')}, ${people + alone} ${people + alone === 1 ? 'person' : 'people'}, ${numberOf(answers, 'answer')}`

export const isNothing = ({ people, alone, channels, answers }: GroupSize): boolean => people + alone + channels + answers === 0

export function forgottenLines(group: GroupId, size: GroupSize): readonly string[] {
  return [
    isNothing(size) ? `Nothing was kept of ${group}, except maybe that the app is installed there.` : `Deleted all data of ${group}: ${sizeInWords(size)}.`,
    'Backups made before still have it until they’re replaced. If people there use the bot again, it starts from scratch. A bot that serves many workspaces may have to be installed again first.',
  ]
}
