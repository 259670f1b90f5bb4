// Posts the quarterly reviews of duties that are due, in the channels that want them.
import type { Instant } from '../core/time.ts'
import { matrixServices } from '../course/matrix-services.ts'
import type { Services } from '../features/services.ts'
import { postOnce, type Beat } from './post-once.ts'

/** At every beat. */
export async function postDutyReviews(services: Services, platform: Beat<'announce' | 'healthy' | 'shared'>['platform'], now: Instant): Promise<void> {
  const { course, ledger } = services
  const { reviews } = course
  if (reviews === undefined) return
  const screen = async () => (await import('../features/duties/duties-post.ts')).dutiesPost(reviews, matrixServices(course))
  await postOnce({ what: 'a review of duties', posts: ledger.duties, event: ({ quarter }) => `duties ${quarter}`, screen }, { services, platform, now })
}
