// Posts the quarterly reviews of duties that are due, in the channels that want them.
import type { Instant } from '../core/time.ts'
import { firstCourse } from '../core/course-number.ts'
import type { PlaceId } from '../core/quiz.ts'
import { matrixServices } from '../course/matrix-services.ts'
import type { Services } from '../features/services.ts'
import { postOnce, type Beat } from './post-once.ts'

/** At every beat. */
export async function postDutyReviews(services: Services, platform: Beat<'announce' | 'healthy' | 'shared'>['platform'], now: Instant): Promise<void> {
  const { courses, ledger } = services
  if (courses.all.every(({ course }) => course.reviews === undefined)) return
  // Nothing where the channel's course has none, or is gone.
  const screen = async ({ place }: { readonly place: PlaceId }) => {
    const { course } = courses.at((await ledger.quizzes.at(place))?.courses[0] ?? firstCourse)
    return course.reviews === undefined ? undefined : (await import('../features/duties/duties-post.ts')).dutiesPost(course.reviews, matrixServices(course))
  }
  await postOnce({ what: 'a review of duties', posts: ledger.duties, event: ({ quarter }) => `duties ${quarter}`, screen }, { services, platform, now })
}
