// Posts the recaps of weeks that are due, in the channels that want them, and keeps what they show up to date.
import type { PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'
import type { Week } from '../core/weekly.ts'
import type { Services } from '../features/services.ts'
import { drawAgain, postOnce, type Beat } from './post-once.ts'

type Platforms = Beat<'announce' | 'healthy' | 'redraw' | 'editsQuietly' | 'shared'>['platform']

/** At every beat. */
export async function postWeeklyRecaps(services: Services, platform: Platforms, now: Instant): Promise<void> {
  const beat = { services, platform, now }
  const screen = async ({ place, week }: { readonly place: PlaceId; readonly week: Week }) => (await import('../features/weekly/week-post.ts')).weekScreen(place, week, services)
  const kind = { what: 'the recap of a week', posts: services.ledger.weekly, screen }
  await postOnce({ ...kind, event: ({ week }) => `weekly ${week}` }, beat)
  await drawAgain(kind, beat)
}
