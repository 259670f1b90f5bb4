// One person's own page over all their channels.
import { homeScreen } from '../screens/home.ts'
import type { Screen } from '../screens/screen.ts'
import { whenNext } from '../screens/status.ts'
import { progressIn } from './boards.ts'
import type { Desk } from './desk.ts'
import type { Request } from './platform.ts'
import { showRound } from './today.ts'

/** More channels than this would make a page that nobody reads, and that Slack refuses (100 blocks). */
const channelsShown = 3

export async function home(desk: Desk, request: Request): Promise<Screen> {
  const places = (await desk.ledger.placesOf(request.asker.id)).slice(0, channelsShown)
  const channels = []
  for (const place of places) {
    const round = await desk.ledger.openRound(place, request.at)
    const question = round === undefined ? null : await showRound(desk, request, round.id)
    const quiz = question === null ? await desk.ledger.quizAt(place) : undefined
    channels.push({ place, question, next: quiz === undefined ? [] : whenNext(quiz), progress: await progressIn(desk, request, place) })
  }
  return homeScreen({ channels }, desk.course.title)
}
