// One person's progress in one channel.
import type { PlaceId } from '../../core/quiz.ts'
import { notice } from '../../screens/notice.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import type { Services } from '../services.ts'
import { progressScreen, type ProgressView } from './progress-screen.ts'
import { placeOf, studyDayOf } from './where.ts'

export async function progress(request: Request, means: Pick<Services, 'ledger'>): Promise<Screen> {
  const place = await placeOf(request, means.ledger)
  if (place === undefined) {
    return notice('No answers yet', [['Your progress starts with your first answer. Type ', command('today'), ' in a channel to see its question.']])
  }
  return progressScreen(await progressIn(place, request, means))
}

export async function progressIn(place: PlaceId, request: Request, { ledger }: Pick<Services, 'ledger'>): Promise<ProgressView> {
  const quiz = await ledger.quizzes.at(place)
  const found = await ledger.boards.progress(personSeen(request), place, studyDayOf(quiz, request))
  return { ...found, streak: found.streak.alive, longest: found.streak.longest, countsAtClose: quiz?.feedback === 'at-close' }
}
