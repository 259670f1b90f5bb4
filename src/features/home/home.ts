// One person's own page over all their channels.
import { homeScreen } from './home-screen.ts'
import type { Screen } from '../../screens/screen.ts'
import { whenNext } from '../manage/status-screen.ts'
import { progressIn } from '../boards/boards.ts'
import type { Desk } from '../services.ts'
import type { Request } from '../../platforms/platform.ts'
import { showRound } from '../daily/today.ts'

/** More channels than this would make a page that nobody reads, and that Slack refuses (100 blocks). */
const channelsShown = 3

export async function home(desk: Desk, request: Request): Promise<Screen> {
  const places = (await desk.ledger.people.placesOf(request.asker.id)).slice(0, channelsShown)
  const channels = []
  for (const place of places) {
    const round = await desk.ledger.rounds.open(place, request.at)
    const question = round === undefined ? null : await showRound(desk, request, round.id)
    const quiz = question === null ? await desk.ledger.quizzes.at(place) : undefined
    channels.push({ place, question, next: quiz === undefined ? [] : whenNext(quiz), progress: await progressIn(desk, request, place) })
  }
  return homeScreen({ channels }, desk.course.title)
}
